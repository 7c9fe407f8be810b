import type { IntersectionLayout, PlacedCell } from "../../series/fairness/intersection-layout.ts";

interface IntersectionChartProps {
  readonly layout: IntersectionLayout;
  readonly label: string;
}

/** Rates where two attributes meet: one small interval a cell, all on one axis. */
export function IntersectionChart({ layout, label }: IntersectionChartProps) {
  const { width, height, overall } = layout;
  return (
    <svg
      className="intersection-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {layout.columns.map(({ x, y, label: column }) => (
        <text key={`${x} ${y}`} className="panel-title" x={x} y={y}>
          {column}
        </text>
      ))}
      {layout.rows.map(({ x, y, label: row }) => (
        <text key={y} className="forest-name" x={x} y={y}>
          {row}
        </text>
      ))}
      {layout.cells.map((cell) => (
        <Cell key={cell.key} cell={cell} overall={overall} />
      ))}
      <text x="0" y={height - 2}>
        {layout.axis}
      </text>
    </svg>
  );
}

function Cell({ cell, overall }: { readonly cell: PlacedCell; readonly overall: number | null }) {
  const { left, top, width, height, state, x, low, high } = cell;
  const y = top + 14;
  return (
    <g>
      <path className="grid-line" d={`M${left} ${top + height}V${top}H${round(left + width)}`} />
      {state === "unknown" ? (
        <rect className="unknown-hatch" x={round(left + 4)} y={top + 6} width={round(width - 14)} height="16" />
      ) : null}
      {state === "known" ? (
        <>
          {overall === null ? null : <path className="forest-overall" d={`M${round(left + overall)} ${top + 4}v20`} />}
          {low === null || high === null ? null : <path className="interval" d={`M${low} ${y}H${high}`} />}
          <circle className="forest-dot is-reference" cx={x} cy={y} r="4" />
        </>
      ) : null}
      <text className={state === "known" ? "forest-figure" : "forest-reason"} x={round(left + 6)} y={top + 34}>
        {cell.text}
      </text>
      <text x={round(left + 6)} y={top + 46}>
        {cell.detail}
      </text>
    </g>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
