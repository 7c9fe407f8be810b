import type { AuditFigure, AuditReport } from "../../../contract/audit-report.ts";
import { formatNumber } from "../format-number.ts";
import { textWidth } from "../text-width.ts";
import { axisPlace, axisSteps, tenth } from "./axis-steps.ts";
import { cutText } from "./cut-text.ts";
import { formatInterval, formatShare } from "./format-rate.ts";
import { valueLabel } from "./group-words.ts";
import { reasonWords } from "./metric-words.ts";

interface IntersectionCell {
  readonly row: string;
  readonly column: string;
  readonly n: number;
  readonly figure: AuditFigure;
}

/** Rates where two attributes meet: rows by the first, columns by the second. */
export interface IntersectionInput {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly IntersectionCell[];
  readonly overall: number | null;
}

export interface PlacedCell {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly state: "known" | "unknown" | "no-such-group";
  readonly x: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string;
  readonly detail: string;
}

export interface IntersectionLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly x: number; readonly y: number; readonly label: string }[];
  readonly rows: readonly { readonly x: number; readonly y: number; readonly label: string }[];
  readonly cells: readonly PlacedCell[];
  /** Distance of the rate of all from the left end of each cell. */
  readonly overall: number | null;
  readonly axis: string;
}

/** Cells of two attributes of a report; the first has the fewer values, so that the grid is rather high than wide. */
export function intersectionCells(
  report: Pick<AuditReport, "groups" | "overall">,
  attributes: readonly [string, string],
  metric: string,
): IntersectionInput {
  const found = report.groups.filter(
    ({ group }) => Object.keys(group).length === 2 && attributes.every((name) => group[name] !== undefined),
  );
  const valuesOf = (name: string) => [...new Set(found.map(({ group }) => valueLabel(name, group[name]!)))];
  const [first, second] = attributes;
  const [down, across] = valuesOf(first).length >= valuesOf(second).length ? [first, second] : [second, first];
  return {
    rows: valuesOf(down),
    columns: valuesOf(across),
    cells: found.map(({ group, n, metrics }) => ({
      row: valueLabel(down, group[down]!),
      column: valueLabel(across, group[across]!),
      n,
      figure: metrics[metric] ?? { estimate: null, reason: "not-in-the-counts" },
    })),
    overall: report.overall[metric]?.estimate ?? null,
  };
}

const cellHeight = 50;
const leastCell = 84;

/** A small interval in each cell, all on one axis; a combination that does not occur is blank, an unknown rate hatched. */
export function layoutIntersection(
  input: IntersectionInput,
  { width }: { readonly width: number },
): IntersectionLayout {
  const { rows, columns, cells, overall } = input;
  const longest = Math.max(40, ...rows.map((row) => textWidth(row, 12)));
  const beside = Math.min(longest + 16, width * 0.3);
  // What does not fit beside each other goes under each other: several bands of columns.
  const inBand = Math.max(1, Math.min(columns.length, Math.floor((width - beside) / leastCell)));
  const bands = Math.ceil(columns.length / inBand);
  const cellWidth = tenth((width - beside) / inBand);
  const bandHeight = 24 + rows.length * cellHeight + 10;
  const axis = axisSteps(
    [
      ...cells.flatMap(({ figure }) =>
        figure.estimate === null
          ? []
          : [figure.estimate, figure.low ?? figure.estimate, figure.high ?? figure.estimate],
      ),
      ...(overall === null ? [] : [overall]),
    ],
    [0, 1],
  );
  const inCell = axisPlace(axis, 6, cellWidth - 14);
  const known = new Map(cells.map((cell) => [JSON.stringify([cell.row, cell.column]), cell]));
  const placeOf = (column: number) => ({
    left: tenth(beside + (column % inBand) * cellWidth),
    top: Math.floor(column / inBand) * bandHeight + 24,
  });
  const placed = rows.flatMap((row, r) =>
    columns.map((column, c): PlacedCell => {
      const { left, top } = placeOf(c);
      const cell = known.get(JSON.stringify([row, column]));
      const box = { key: `${r} ${c}`, left, top: top + r * cellHeight, width: cellWidth, height: cellHeight };
      const none = { x: 0, low: null, high: null };
      if (!cell) return { ...box, ...none, state: "no-such-group", text: "", detail: "" };
      const { figure } = cell;
      const count = `n ${formatNumber(cell.n)}`;
      if (figure.estimate === null)
        return { ...box, ...none, state: "unknown", text: reasonWords(figure.reason), detail: count };
      return {
        ...box,
        state: "known",
        x: tenth(left + inCell(figure.estimate)),
        low: figure.low === null ? null : tenth(left + inCell(figure.low)),
        high: figure.high === null ? null : tenth(left + inCell(figure.high)),
        text: formatShare(figure.estimate),
        detail: cellWidth < 120 ? count : `${formatInterval(figure, formatShare)}, ${count}`,
      };
    }),
  );
  return {
    width,
    height: bands * bandHeight + 14,
    columns: columns.map((label, c) => {
      const { left, top } = placeOf(c);
      return { x: tenth(left + 6), y: top - 8, label: cutText(label, cellWidth - 10, 11.5) };
    }),
    rows: Array.from({ length: bands }, (_, band) =>
      rows.map((label, r) => ({
        x: 0,
        y: band * bandHeight + 24 + r * cellHeight + 19,
        label: cutText(label, beside - 10, 12),
      })),
    ).flat(),
    cells: placed,
    overall: overall === null ? null : inCell(overall),
    axis: `each cell from ${formatNumber(axis.from * 100)} to ${formatNumber(axis.to * 100)} %${overall === null ? "" : `; the thin rule is all together, ${formatShare(overall)} %`}`,
  };
}
