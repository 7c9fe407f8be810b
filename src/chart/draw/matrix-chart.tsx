import type { SVGProps } from "react";
import type { MatrixGridCell, MatrixLayout, MatrixPlace } from "../series/matrix-layout.ts";
import { LevelLabel } from "./level-label.tsx";

/** What is found of a cell: it breaks an axiom, or the severity floor raised it on purpose. */
export type CellFinding = "broken" | "departure";

interface MatrixChartProps {
  readonly layout: MatrixLayout;
  /** What the matrix is, for those who hear it. */
  readonly label: string;
  readonly cellLabel: (cell: MatrixGridCell) => string;
  readonly findingOf?: (cell: MatrixPlace) => CellFinding | null;
  /** Cells that differ from what they are compared with. */
  readonly isChanged?: (cell: MatrixPlace) => boolean;
  readonly isSelected?: (cell: MatrixPlace) => boolean;
  /** A cell and the one it cannot stand beside. */
  readonly pair?: { readonly cell: MatrixPlace; readonly beside: MatrixPlace } | null;
  /** What a page adds to a cell: focus, keys, pointer. A matrix that adds nothing is read, not moved through. */
  readonly cellProps?: (cell: MatrixGridCell) => SVGProps<SVGGElement>;
  readonly editing?: "editable" | "read-only";
}

/** A risk matrix by its bands: words and tints in the cells, stepped lines between bands, corners where something is found. */
export function MatrixChart(props: MatrixChartProps) {
  const { layout, label, cellLabel, findingOf, isChanged, isSelected, pair, cellProps, editing = "read-only" } = props;
  const { width, height } = layout;
  const rows = layout.likelihoodLevels.map((_, index) => layout.likelihoodLevels.length - index);
  return (
    <svg
      className="matrix-chart"
      width={width}
      height={round(height)}
      viewBox={`0 0 ${width} ${round(height)}`}
      {...(cellProps
        ? { role: "grid", "aria-multiselectable": editing === "editable", "aria-readonly": editing === "read-only" }
        : { role: "table" })}
      aria-label={label}
    >
      {rows.map((likelihood) => (
        // biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn inside an SVG
        <g key={likelihood} role="row">
          {layout.cells
            .filter((cell) => cell.likelihood === likelihood)
            .map((cell) => (
              <g
                key={cell.impact}
                role={cellProps ? "gridcell" : "cell"}
                aria-label={cellLabel(cell)}
                {...cellProps?.(cell)}
                {...(cellProps && editing === "editable" ? { "aria-selected": isSelected?.(cell) ?? false } : {})}
                className={`band-cell band-${cell.step}${isChanged?.(cell) ? " is-changed-band" : ""}`}
              >
                <Cell
                  cell={cell}
                  finding={findingOf?.(cell) ?? null}
                  state={isSelected?.(cell) ? "selected" : "plain"}
                />
              </g>
            ))}
        </g>
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the cells' names say it all */}
      <g aria-hidden="true" className="matrix-over">
        <path className="band-boundary-ground" d={layout.boundaries.join("")} />
        <path className="band-boundary" d={layout.boundaries.join("")} />
        {layout.equalLoss.map((line) => (
          <EqualLoss key={line.text} line={line} />
        ))}
        {layout.journeys.map(({ from, to, text }) => (
          <Journey key={`${from.x} ${from.y} ${to.x} ${to.y}`} from={from} to={to} text={text} />
        ))}
        {pair ? <Pair layout={layout} pair={pair} /> : null}
        {layout.likelihoodLevels.map((level) => (
          <LevelLabel key={level.at.y} level={level} anchor="end" />
        ))}
        {layout.impactLevels.map((level) => (
          <LevelLabel key={level.at.x} level={level} anchor="middle" />
        ))}
      </g>
    </svg>
  );
}

function Cell(props: { cell: MatrixGridCell; finding: CellFinding | null; state: "selected" | "plain" }) {
  const { cell, finding, state } = props;
  const { left, top, right, bottom } = cell.box;
  const size = Math.max(5, Math.min(11, right - left - 4, bottom - top - 4));
  return (
    <>
      <rect
        className="band-ground"
        x={round(left + 0.5)}
        y={round(top + 0.5)}
        width={round(Math.max(1, right - left - 1))}
        height={round(Math.max(1, bottom - top - 1))}
      />
      <text className={`band-word is-${cell.anchor}`} x={round(cell.at.x)} y={round(cell.at.y)}>
        {cell.text}
      </text>
      {finding ? (
        <path
          className={`cell-finding is-${finding}`}
          d={`M${round(right - 2 - size)} ${round(top + 2)}h${round(size)}v${round(size)}z`}
        />
      ) : null}
      {state === "selected" ? (
        <rect
          className="cell-selection"
          x={round(left + 2)}
          y={round(top + 2)}
          width={round(Math.max(1, right - left - 4))}
          height={round(Math.max(1, bottom - top - 4))}
        />
      ) : null}
    </>
  );
}

function Pair({ layout, pair }: { layout: MatrixLayout; pair: NonNullable<MatrixChartProps["pair"]> }) {
  const isOfPair = (one: MatrixPlace) =>
    [pair.cell, pair.beside].some(({ likelihood, impact }) => one.likelihood === likelihood && one.impact === impact);
  return layout.cells
    .filter(isOfPair)
    .map(({ likelihood, impact, box: { left, top, right, bottom } }) => (
      <rect
        key={`${likelihood} ${impact}`}
        className="pair-cell"
        x={round(left + 3.5)}
        y={round(top + 3.5)}
        width={round(Math.max(1, right - left - 7))}
        height={round(Math.max(1, bottom - top - 7))}
      />
    ));
}

function EqualLoss({ line }: { line: MatrixLayout["equalLoss"][number] }) {
  const { path, text, at, anchor } = line;
  return (
    <>
      <path className="equal-loss-ground" d={path} />
      <path className="equal-loss" d={path} />
      <text className={`equal-loss-label is-${anchor}`} x={round(at.x)} y={round(at.y)}>
        {text}
      </text>
    </>
  );
}

function Journey({ from, to, text }: MatrixLayout["journeys"][number]) {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const short = Math.max(0, distance - 6) / Math.max(1, distance);
  const end = { x: round(from.x + (to.x - from.x) * short), y: round(from.y + (to.y - from.y) * short) };
  return (
    <>
      <path className="journey-ground" d={`M${round(from.x)} ${round(from.y)}L${end.x} ${end.y}`} />
      <circle className="journey-start" cx={round(from.x)} cy={round(from.y)} r="4.5" />
      <path className="journey-arrow" d={`M${round(from.x)} ${round(from.y)}L${end.x} ${end.y}`} />
      {text ? (
        <text className="journey-count halo" x={round(from.x + 8)} y={round(from.y - 5)}>
          {text}
        </text>
      ) : null}
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
