import { disparityName } from "../../../../src/chart/series/fairness/metric-words.ts";
import { disparityNames } from "../../../../src/contract/disparity-names.ts";
import { DraftField } from "../../../shell/draft-field.tsx";
import type { AuditDraft, LimitDraft } from "./audit-draft.ts";
import type { AuditMistakes } from "./audit-mistakes.ts";

/** Disparities that limits are usually drawn for; every other can be chosen after them. */
const usual: readonly (typeof disparityNames)[number][] = [
  "demographicParityRatio",
  "demographicParityDifference",
  "equalOpportunityDifference",
  "equalOpportunityRatio",
  "equalizedOddsDifference",
  "equalizedOddsRatio",
  "predictiveParityDifference",
  "predictiveParityRatio",
];
const others = disparityNames.filter((name) => !usual.includes(name));

interface LimitFieldsProps {
  readonly limits: AuditDraft["limits"];
  readonly mistakes: AuditMistakes;
  /** Who is approving unless said otherwise. */
  readonly approver: string;
  readonly today: string;
  readonly onChange: (limits: AuditDraft["limits"]) => void;
}

/** Limits for this audit alone: how large a disparity may be, why, who said so and when. */
export function LimitFields({ limits, mistakes, approver, today, onChange }: LimitFieldsProps) {
  const change = (key: number, part: Partial<LimitDraft>) =>
    onChange(limits.map((limit) => (limit.key === key ? { ...limit, ...part } : limit)));
  const add = () =>
    onChange([
      ...limits,
      {
        key: 1 + Math.max(0, ...limits.map(({ key }) => key)),
        disparity: usual[0]!,
        bound: "0.8",
        purpose: "",
        rationale: "",
        approvedBy: approver,
        approvedOn: today,
      },
    ]);
  return (
    <div className="limit-drafts">
      {limits.map((limit, place) => {
        const mistake = (field: string) => mistakes[`limits.${place}.${field}`];
        const isRatio = limit.disparity.endsWith("Ratio");
        return (
          <fieldset key={limit.key} className="limit-draft">
            <legend>Limit {place + 1}</legend>
            <DraftField title="Disparity" mistake={mistake("disparity")}>
              {(field) => (
                <select
                  {...field}
                  value={limit.disparity}
                  onChange={(event) => {
                    const disparity = event.target.value;
                    const turned = disparity.endsWith("Ratio") !== isRatio;
                    change(limit.key, { disparity, ...(turned && { bound: isRatio ? "0.1" : "0.8" }) });
                  }}
                >
                  {[
                    { title: "Usual", names: usual },
                    { title: "Others", names: others },
                  ].map(({ title, names }) => (
                    <optgroup key={title} label={title}>
                      {names.map((name) => (
                        <option key={name} value={name}>
                          {disparityName(name)}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
              )}
            </DraftField>
            <DraftField title={isRatio ? "At least" : "At most"} mistake={mistake("bound")}>
              {(field) => (
                <input
                  {...field}
                  inputMode="decimal"
                  value={limit.bound}
                  onChange={(event) => change(limit.key, { bound: event.target.value })}
                />
              )}
            </DraftField>
            <DraftField title="Approved by" mistake={mistake("approvedBy")}>
              {(field) => (
                <input
                  {...field}
                  value={limit.approvedBy}
                  onChange={(event) => change(limit.key, { approvedBy: event.target.value })}
                />
              )}
            </DraftField>
            <DraftField title="Approved on" mistake={mistake("approvedOn")}>
              {(field) => (
                <input
                  {...field}
                  type="date"
                  value={limit.approvedOn}
                  onChange={(event) => change(limit.key, { approvedOn: event.target.value })}
                />
              )}
            </DraftField>
            <DraftField
              title="Purpose"
              hint="What is decided with these decisions"
              mistake={mistake("purpose")}
              className="is-wide"
            >
              {(field) => (
                <input
                  {...field}
                  value={limit.purpose}
                  onChange={(event) => change(limit.key, { purpose: event.target.value })}
                />
              )}
            </DraftField>
            <DraftField
              title="Rationale"
              hint="Why this bound and no other"
              mistake={mistake("rationale")}
              className="is-wide"
            >
              {(field) => (
                <input
                  {...field}
                  value={limit.rationale}
                  onChange={(event) => change(limit.key, { rationale: event.target.value })}
                />
              )}
            </DraftField>
            <button
              type="button"
              className="text-button"
              onClick={() => onChange(limits.filter(({ key }) => key !== limit.key))}
            >
              Remove limit {place + 1}
            </button>
          </fieldset>
        );
      })}
      <p>
        <button type="button" className="button" onClick={add}>
          {limits.length === 0 ? "Write a limit for this audit" : "Write another"}
        </button>
      </p>
    </div>
  );
}
