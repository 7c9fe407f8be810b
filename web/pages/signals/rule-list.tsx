import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { KeptAssignmentRule } from "../../../src/contract/assignment-rule.ts";
import { workspaceQuery } from "../../data/queries.ts";
import { send } from "../../data/request.ts";
import { assignmentRulesQuery } from "../../data/signals.ts";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { refusalWords } from "../risk/save-note.tsx";
import { ruleSentence } from "./rule-words.ts";

/** The rules in the order in which they are asked, and the two that hold without being written. */
export function RuleList({ closed }: { readonly closed: string | null }) {
  const queries = useQueryClient();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data, error, refetch } = useQuery(assignmentRulesQuery);
  const [refused, setRefused] = useState<{ readonly id: string; readonly error: Error } | null>(null);
  const retire = async ({ record, version }: KeptAssignmentRule) => {
    setRefused(null);
    try {
      await send("DELETE", `/v1/assignment-rules/${record.id}`, undefined, version);
      await queries.invalidateQueries();
    } catch (failure) {
      setRefused({ id: record.id, error: failure as Error });
    }
  };
  const rules = data?.items.filter(({ retiredOn }) => retiredOn === null) ?? [];
  return (
    <section className="block rule-list" aria-labelledby="rules-head">
      <header>
        <div>
          <h2 className="finding" id="rules-head">
            Rules
          </h2>
          <p className="measure">Asked in this order; the first that fits counts</p>
        </div>
      </header>
      {error && !data ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      <ol>
        {rules.map((rule) => {
          const system = workspace?.systems.find(({ id }) => id === rule.record.system)?.name ?? rule.record.system;
          return (
            <li key={rule.record.id}>
              <p>{ruleSentence(rule.record, system)}</p>
              {closed === null ? (
                <button type="button" className="text-button" onClick={() => void retire(rule)}>
                  Retire<span className="visually-hidden"> {rule.record.id}</span>
                </button>
              ) : null}
              {refused?.id === rule.record.id ? (
                <small className="field-mistake" role="alert">
                  Not retired: {refusalWords(refused.error)}
                </small>
              ) : null}
            </li>
          );
        })}
        <li>
          <p className="hush">Signals whose label system names a system are about it.</p>
        </li>
        <li>
          <p className="hush">Signals whose label model names a model of exactly one system are about that system.</p>
        </li>
      </ol>
    </section>
  );
}
