import { useId, useState } from "react";
import { impactRange } from "../../../src/chart/series/level-words.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import { type ImpactKind, impactKinds } from "../../../src/contract/impact-kinds.ts";
import { worstImpact } from "../../../src/engine/scoring/worst-impact.ts";
import { LevelField } from "./level-field.tsx";
import type { RatingDraft } from "./rating-draft.ts";

interface ImpactFieldProps {
  readonly scale: Workspace["scale"];
  readonly currency: string;
  readonly value: RatingDraft["impact"];
  readonly onChange: (impact: RatingDraft["impact"]) => void;
}

const kindWords: Readonly<Record<ImpactKind, string>> = {
  people: "People",
  rights: "Rights",
  money: "Money",
  legal: "Legal",
  operations: "Operations",
  reputation: "Reputation",
};

/** An impact: one level, or a level for each kind of harm, of which the worst decides. */
export function ImpactField({ scale, currency, value, onChange }: ImpactFieldProps) {
  const [way, setWay] = useState<"one" | "kinds">(typeof value === "number" ? "one" : "kinds");
  const judge = (next: "one" | "kinds") => {
    if (next === way) return;
    setWay(next);
    // The worst of the kinds is the one level; one level says nothing about the kinds.
    onChange(next === "one" && value !== null ? worstImpact(value) : null);
  };
  const levels = scale.impact.map(({ name, criteria }, index) => ({
    name,
    range: impactRange(scale.impact, index, currency),
    criterion: criteria.money ?? null,
  }));
  return (
    <div className="impact-field">
      <fieldset className="choices bare" aria-label="How the impact is judged">
        <button type="button" aria-pressed={way === "kinds"} onClick={() => judge("kinds")}>
          By kind of harm
        </button>
        <button type="button" aria-pressed={way === "one"} onClick={() => judge("one")}>
          One level
        </button>
      </fieldset>
      {way === "one" ? (
        <LevelField
          legend="Impact of one event"
          levels={levels}
          value={typeof value === "number" ? value : null}
          onChange={onChange}
        />
      ) : (
        <fieldset className="level-field">
          <legend>Impact of one event; the worst kind decides</legend>
          {impactKinds.map((kind) => (
            <KindField
              key={kind}
              kind={kind}
              scale={scale}
              value={value !== null && typeof value !== "number" ? (value[kind] ?? null) : null}
              onChange={(level) => onChange(withKind(value, kind, level))}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

function KindField(props: {
  kind: ImpactKind;
  scale: Workspace["scale"];
  value: number | null;
  onChange: (level: number | null) => void;
}) {
  const { kind, scale, value, onChange } = props;
  const field = useId();
  const criterion = value === null ? null : scale.impact[value - 1]?.criteria[kind];
  return (
    <div className="kind-field">
      <label htmlFor={field}>{kindWords[kind]}</label>
      <select
        id={field}
        value={value ?? ""}
        aria-describedby={criterion ? `${field}-criterion` : undefined}
        onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
      >
        <option value="">not judged</option>
        {scale.impact.map(({ name }, index) => (
          <option key={name} value={index + 1}>
            {index + 1} {name}
          </option>
        ))}
      </select>
      {criterion ? <small id={`${field}-criterion`}>{criterion}</small> : null}
    </div>
  );
}

function withKind(value: RatingDraft["impact"], kind: ImpactKind, level: number | null): RatingDraft["impact"] {
  const { [kind]: _replaced, ...others } = value !== null && typeof value !== "number" ? value : {};
  const next = level === null ? others : { ...others, [kind]: level };
  return Object.keys(next).length === 0 ? null : next;
}
