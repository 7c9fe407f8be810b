import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import { formatNames } from "../../../src/chart/series/signal-words.ts";
import type { AppliedRule, AssignmentRule, RulePreview } from "../../../src/contract/assignment-rule.ts";
import type { Signal } from "../../../src/contract/signal.ts";
import { send } from "../../data/request.ts";
import { assignmentRulesQuery } from "../../data/signals.ts";
import { DraftField } from "../../shell/draft-field.tsx";
import { refusalWords } from "../risk/save-note.tsx";
import { firstTraits, freeRuleId, ruleOf, traitsOf } from "./rule-draft.ts";
import { ruleSentence } from "./rule-words.ts";

interface RuleFormProps {
  readonly signal: Signal;
  readonly systems: readonly { readonly id: string; readonly name: string }[];
  readonly onMade: (words: string) => void;
  readonly onCancel: () => void;
}

/** A rule made from a signal that waits: by which of its traits such signals are known, and what they are about. */
export function RuleForm({ signal, systems, onMade, onCancel }: RuleFormProps) {
  const queries = useQueryClient();
  const { data: rules } = useQuery(assignmentRulesQuery);
  const [traits, setTraits] = useState(() => firstTraits(signal));
  const [system, setSystem] = useState("");
  const [tried, setTried] = useState<"not-yet" | "tried">("not-yet");
  const [making, setMaking] = useState<"idle" | "making" | Error>("idle");
  const taken = new Set(rules?.items.map(({ record }) => record.id));
  const rule = system === "" ? null : ruleOf(signal, { id: freeRuleId(system, taken), traits, system });
  const name = systems.find(({ id }) => id === system)?.name ?? system;
  const make = async () => {
    setTried("tried");
    if (rule === null || making === "making") return;
    setMaking("making");
    try {
      const { assigned } = await send<AppliedRule>("POST", "/v1/assignment-rules", rule);
      onMade(`${ruleSentence(rule, name)} It took ${formatNumber(assigned)} waiting ${plural("signal", assigned)}.`);
      await queries.invalidateQueries();
    } catch (error) {
      setMaking(error as Error);
    }
  };
  return (
    <form
      className="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <fieldset>
        <legend>Known by</legend>
        {traitsOf(signal).map(({ key, title, value }) => (
          <label key={key} className="rule-trait">
            <input
              type="checkbox"
              checked={traits.has(key)}
              onChange={() => {
                const next = new Set(traits);
                if (!next.delete(key)) next.add(key);
                setTraits(next);
              }}
            />
            <span>
              {title} <b>{key === "format" ? formatNames[signal.format] : value}</b>
            </span>
          </label>
        ))}
        {tried === "tried" && traits.size === 0 ? (
          <small className="field-mistake">choose at least one: a rule without any would take every signal</small>
        ) : null}
      </fieldset>
      <DraftField
        title="About"
        mistake={tried === "tried" && system === "" ? "choose the system that such signals are about" : undefined}
      >
        {(field) => (
          <select {...field} value={system} onChange={({ target }) => setSystem(target.value)}>
            <option value="">Choose a system</option>
            {systems.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </DraftField>
      {rule ? <Preview rule={rule} name={name} systems={systems} /> : null}
      <p className="actions">
        <button type="submit" className="button first">
          Make the rule
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Leave it waiting
        </button>
        {making instanceof Error ? (
          <small className="field-mistake" role="alert">
            Not made: {refusalWords(making)}
          </small>
        ) : making === "making" ? (
          <small role="status">Making it</small>
        ) : null}
      </p>
    </form>
  );
}

/** What the rule says and what it would take, before it is made. */
function Preview(props: {
  readonly rule: AssignmentRule;
  readonly name: string;
  readonly systems: RuleFormProps["systems"];
}) {
  const { rule, name, systems } = props;
  const { data, error } = useQuery({
    queryKey: ["rule-preview", rule],
    queryFn: () => send<RulePreview>("POST", "/v1/assignment-rules/preview", rule),
  });
  return (
    <div className="rule-preview" aria-busy={!data && !error} aria-live="polite">
      <p className="quotable">{ruleSentence(rule, name)}</p>
      {data ? (
        <p className="measure">
          It takes {formatNumber(data.waiting.signals)} of those that wait.
          {data.others.map((other) => {
            const of = systems.find(({ id }) => id === other.system)?.name ?? other.system;
            const count = `${formatNumber(other.signals)} of the last ${formatNumber(data.looked)} assigned`;
            return other.first === "this-rule"
              ? ` From now on it comes before rule ${other.rule} (${of}), which took ${count} like it.`
              : ` Rule ${other.rule} (${of}) comes before it and keeps those it has in common: ${count}.`;
          })}
        </p>
      ) : null}
      {error ? <p className="field-mistake">What it would take could not be read: {refusalWords(error)}</p> : null}
    </div>
  );
}
