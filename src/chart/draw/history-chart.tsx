import type { MarkKind } from "../series/mark-kind.ts";
import type { HistoryLayout } from "../series/score-history.ts";
import { MarkShape } from "./mark-shape.tsx";

interface HistoryChartProps {
  readonly layout: HistoryLayout;
  readonly kind: MarkKind;
  readonly label: string;
}

/** A score over time against its line; it ends in the mark of today. */
export function HistoryChart({ layout, kind, label }: HistoryChartProps) {
  const { width, height, plot, end } = layout;
  return (
    <svg
      className="history-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <path className="axis" d={`M${plot.left} ${plot.bottom}H${plot.right}`} />
      {layout.tolerance === null ? null : (
        <path className="tolerance-line" d={`M${plot.left} ${layout.tolerance}H${plot.right}`} />
      )}
      {layout.line === null ? null : (
        <>
          <path className="load-line" d={`M${plot.left} ${layout.line}H${plot.right}`} />
          <circle className="load-ring" cx={plot.left - 12} cy={layout.line} r="5.5" />
          <path className="load-line" d={`M${plot.left - 24} ${layout.line}h24`} />
        </>
      )}
      <path className="series-thin" d={layout.path} />
      {end ? (
        <>
          <MarkShape kind={kind} x={end.x} y={end.y} size={5.4} />
          <text className="waterfall-value" x={end.x + 12} y={Math.round((end.y + 4) * 10) / 10}>
            {end.score}
          </text>
        </>
      ) : null}
      {layout.dates.map(({ x, label, anchor }) => (
        <text key={x} className={`is-${anchor}`} x={x} y={plot.bottom + 16}>
          {label}
        </text>
      ))}
    </svg>
  );
}
