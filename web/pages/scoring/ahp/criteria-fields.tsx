import { useEffect, useRef } from "react";
import { formatPercent } from "../../../../src/chart/series/format-number.ts";
import type { AhpReport } from "../../../../src/contract/ahp-report.ts";
import type { AhpSheet, NodeDraft } from "./ahp-draft.ts";
import { withCriterionNamed, withNewCriterion, withoutCriterion } from "./change-sheet.ts";

interface CriteriaFieldsProps {
  readonly sheet: AhpSheet;
  readonly report: AhpReport | undefined;
  readonly closed: string | null;
  readonly onChange: (sheet: AhpSheet, field?: string) => void;
}

/** What the items are compared by: a tree of criteria, each with what it weighs. */
export function CriteriaFields({ sheet, report, closed, onChange }: CriteriaFieldsProps) {
  const { goal } = sheet;
  const place = useRef<HTMLElement>(null);
  const isAdding = useRef(false);
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    const fields = place.current?.querySelectorAll<HTMLInputElement>("input.name-field") ?? [];
    [...fields].find(({ value }) => value === "")?.focus();
  });
  const add = (parent: number) => {
    isAdding.current = true;
    onChange(withNewCriterion(sheet, parent));
  };
  const isFlat = goal.criteria === undefined;
  if (isFlat && closed !== null) return null;
  const branch = (nodes: readonly NodeDraft[], above: string) => (
    <ol className="criteria-tree">
      {nodes.map((node, at) => {
        const number = `${above}${at + 1}`;
        const found = report?.criteria.find(({ id }) => id === node.name.trim());
        const name = node.name || "the unnamed criterion";
        return (
          <li key={node.key}>
            <span className="criterion-fields">
              <input
                className="name-field"
                aria-label={`Criterion ${number}`}
                value={node.name}
                maxLength={200}
                disabled={closed !== null}
                onChange={({ target }) =>
                  onChange(withCriterionNamed(sheet, node.key, target.value), `criterion ${node.key}`)
                }
              />
              <span className="criterion-weight">{found ? formatPercent(found.globalWeight) : "…"}</span>
              {closed === null ? (
                <>
                  <button
                    type="button"
                    className="text-button"
                    aria-label={`Add under ${name}`}
                    onClick={() => add(node.key)}
                  >
                    Add under it
                  </button>
                  <button
                    type="button"
                    className="text-button"
                    aria-label={`Remove ${name}`}
                    onClick={() => onChange(withoutCriterion(sheet, node.key))}
                  >
                    Remove
                  </button>
                </>
              ) : null}
            </span>
            {node.criteria ? branch(node.criteria, `${number}.`) : null}
          </li>
        );
      })}
    </ol>
  );
  return (
    <section ref={place} className="block" aria-labelledby="criteria-title">
      <header>
        <div>
          <h2 className="finding" id="criteria-title">
            {isFlat ? "Compared as they are" : "Compared under criteria"}
          </h2>
          <p className="measure">
            {isFlat
              ? "With criteria the items are compared under each, and the criteria with one another"
              : "Each with what it weighs in all; the items are compared under the lowest"}
          </p>
        </div>
      </header>
      {goal.criteria ? branch(goal.criteria, "") : null}
      {closed === null ? (
        <p className="actions">
          <button type="button" className="button" onClick={() => add(goal.key)}>
            Add a criterion
          </button>
          {isFlat && (goal.judgements ?? []).length > 0 ? (
            <small className="hush">The judgements so far become those under the first criterion.</small>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}
