import { MarkSign } from "../../../../src/chart/draw/mark-shape.tsx";
import { formatNumber, formatPercent } from "../../../../src/chart/series/format-number.ts";
import type { FmeaReport } from "../../../../src/contract/fmea-report.ts";
import { SheetField } from "../sheet-field.tsx";
import type { LeaveCell } from "../sheet-keys.ts";
import type { ModeDraft } from "./fmea-draft.ts";
import { type SheetColumn, sheetColumns } from "./sheet-columns.ts";

type Figures = FmeaReport["modes"][number];
type Rated = Pick<Figures, "actionPriority" | "probabilities" | "rpn">;

interface FmeaRowProps {
  readonly mode: ModeDraft;
  readonly index: number;
  /** Undefined while a rating is missing. */
  readonly figures: Figures | undefined;
  readonly mistakes: ReadonlyMap<string, string>;
  /** Column of the cell that is in the tab order; null in another row. */
  readonly active: number | null;
  readonly editing: { readonly typed: string | null } | null;
  readonly onFinish: (text: string | null, leave: LeaveCell) => void;
}

/** One failure mode of the sheet. */
export function FmeaRow({ mode, index, figures, mistakes, active, editing, onFinish }: FmeaRowProps) {
  return (
    <tr data-row={index} aria-rowindex={index + 2}>
      {sheetColumns.map((column, at) => {
        const isActive = active === at;
        const mistake = mistakes.get(`${mode.key}.${column.id}`);
        const cell = {
          "data-column": at,
          tabIndex: isActive ? 0 : -1,
          className: cellClass(column),
          title: mistake,
          "aria-invalid": mistake === undefined ? undefined : true,
          "aria-readonly": column.edits === null ? true : undefined,
        } as const;
        const content =
          isActive && editing !== null && column.edits !== null ? (
            <SheetField
              key="field"
              label={`${column.meaning} of ${mode.id || "a new failure mode"}`}
              text={textOf(mode, column.edits)}
              typed={editing.typed}
              onFinish={onFinish}
            />
          ) : (
            contentOf(mode, column, figures)
          );
        return column.id === "id" ? (
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

function cellClass({ id, edits }: SheetColumn): string {
  return `column-${id.replace(".", "-")}${edits === null ? " is-computed" : ""}`;
}

function textOf(mode: ModeDraft, edits: NonNullable<SheetColumn["edits"]>): string {
  return edits === "id" ? mode.id : mode[edits.when][edits.field];
}

function contentOf(mode: ModeDraft, { id, edits }: SheetColumn, figures: Figures | undefined) {
  if (edits === "id") return mode.id || <span className="hush">not named</span>;
  if (edits !== null) {
    const typed = mode[edits.when][edits.field];
    const rated = edits.when === "now" ? figures : figures?.after;
    if (typed === "") return null;
    return typed.includes("/") || typed.includes("of") ? (
      <>
        {rated ? rated[edits.field] : null} <small>{typed}</small>
      </>
    ) : (
      typed
    );
  }
  if (figures === undefined) return id === "priority" ? <span className="hush">not rated</span> : null;
  switch (id) {
    case "rpn":
      return formatNumber(figures.rpn);
    case "rank":
      return formatNumber(figures.rank);
    case "priority":
      return <Priority rated={figures} />;
    default:
      return figures.after ? (
        <>
          <Priority rated={figures.after} /> <small>RPN {formatNumber(figures.after.rpn)}</small>
        </>
      ) : null;
  }
}

const signs = { high: "breach", medium: "warning", low: "ok" } as const;

/** The priority as a mark and a word; how sure it is, where ratings were counted. */
function Priority({ rated: { actionPriority, probabilities } }: { readonly rated: Rated }) {
  const sure = probabilities[actionPriority];
  return (
    <span className="priority">
      <MarkSign kind={signs[actionPriority]} />
      {actionPriority}
      {sure < 0.995 ? <small>{formatPercent(sure)} sure</small> : null}
    </span>
  );
}
