import { memo } from "react";
import { compositeScoreText } from "../../../../src/chart/series/composite-score-text.ts";
import { formatNumber } from "../../../../src/chart/series/format-number.ts";
import type { ScoredScenario } from "../../../../src/contract/structured/score-scenarios.ts";
import { SheetField } from "../sheet-field.tsx";
import type { LeaveCell } from "../sheet-keys.ts";
import type { ScenarioColumn } from "./scenario-columns.ts";
import { labelOf, type ScenarioDraft } from "./weigh-draft.ts";

interface ScenarioRowProps {
  readonly scenario: ScenarioDraft;
  readonly index: number;
  readonly columns: readonly ScenarioColumn[];
  /** Undefined while there are no figures. */
  readonly scored: ScoredScenario | undefined;
  readonly mistakes: ReadonlyMap<string, string>;
  /** Column of the cell that is in the tab order; null in another row. */
  readonly active: number | null;
  readonly editing: { readonly typed: string | null } | null;
  readonly onFinish: (text: string | null, leave: LeaveCell) => void;
}

/** One scenario of the sheet. Of hundreds only those are drawn anew whose content or figures changed. */
export const ScenarioRow = memo(DrawnRow, isSameRow);

function DrawnRow(props: ScenarioRowProps) {
  const { scenario, index, columns, scored, mistakes, active, editing, onFinish } = props;
  const label = labelOf(scenario);
  return (
    <tr data-row={index} aria-rowindex={index + 2}>
      {columns.map((column, at) => {
        const { edits } = column;
        const mistake = edits === null || edits === "name" ? undefined : mistakes.get(`${scenario.key}.${edits.key}`);
        const cell = {
          "data-column": at,
          tabIndex: active === at ? 0 : -1,
          className: edits === "name" ? "column-id" : edits === null ? "is-computed" : "column-rating",
          title: mistake ?? (edits === "name" && label !== "" ? label : undefined),
          "aria-invalid": mistake === undefined ? undefined : true,
          "aria-readonly": edits === null ? true : undefined,
        } as const;
        const content =
          active === at && editing !== null && edits !== null ? (
            <SheetField
              key="field"
              label={`${column.meaning} of ${label || "a new scenario"}`}
              text={edits === "name" ? scenario.name : (scenario.ratings[edits.key] ?? "")}
              typed={editing.typed}
              onFinish={onFinish}
            />
          ) : (
            contentOf(scenario, column, scored)
          );
        return edits === "name" ? (
          <th key={column.id} scope="row" {...cell}>
            {content}
          </th>
        ) : (
          <td key={column.id} {...cell}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

function contentOf(scenario: ScenarioDraft, { id, edits }: ScenarioColumn, scored: ScoredScenario | undefined) {
  if (edits === "name") return labelOf(scenario) || <span className="hush">not named</span>;
  if (edits !== null) return scenario.ratings[edits.key] ?? null;
  if (scored === undefined) return null;
  if (id === "rank") return scored.rank === null ? "–" : formatNumber(scored.rank);
  return scored.score === null ? <span className="hush">not rated</span> : compositeScoreText(scored.score);
}

function isSameRow(before: ScenarioRowProps, after: ScenarioRowProps): boolean {
  const isQuiet = before.active === after.active && before.editing === null && after.editing === null;
  return (
    isQuiet &&
    before.scenario === after.scenario &&
    before.index === after.index &&
    before.columns === after.columns &&
    before.scored?.score === after.scored?.score &&
    before.scored?.rank === after.scored?.rank &&
    after.columns.every(({ edits }) => {
      const cell = edits === null || edits === "name" ? "" : `${after.scenario.key}.${edits.key}`;
      return before.mistakes.get(cell) === after.mistakes.get(cell);
    })
  );
}
