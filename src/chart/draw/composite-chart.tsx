import type { CompositeLayout } from "../series/composite-layout.ts";

interface CompositeChartProps {
  readonly layout: CompositeLayout;
  /** What it shows, for who does not see it. */
  readonly label: string;
}

/** Scenarios by score, each a bar of what its dimensions bring, with its interval under it and the gate through all. */
export function CompositeChart({ layout, label }: CompositeChartProps) {
  const { width, height, plot, columns, gate, rows } = layout;
  return (
    <svg
      className={`composite-chart is-${layout.form}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {gate ? (
        <rect
          className="forest-over"
          x={gate.x}
          y={plot.top}
          width={Math.round((plot.right - gate.x) * 10) / 10}
          height={plot.bottom - plot.top}
        />
      ) : null}
      {layout.ticks.map(({ x, text }) => (
        <g key={text}>
          <path className="grid-line" d={`M${x} ${plot.top}V${plot.bottom}`} />
          <text className="is-middle" x={x} y={plot.top - 6}>
            {text}
          </text>
        </g>
      ))}
      {columns ? (
        <>
          <text className="is-end" x={columns.score} y={plot.top - 6}>
            score
          </text>
          <text className="is-end" x={columns.interval} y={plot.top - 6}>
            90 %
          </text>
          <text className="is-end" x={columns.firstIn} y={plot.top - 6}>
            first in
          </text>
          <text className="is-end" x={columns.beforeNext} y={plot.top - 6}>
            before the next
          </text>
        </>
      ) : null}
      {rows.map((row) => (
        <CompositeBar key={row.id} row={row} layout={layout} />
      ))}
      {gate ? (
        <g>
          <path className="load-line" d={`M${gate.x} ${plot.top - 18}V${plot.bottom}`} />
          <circle className="load-ring" cx={gate.x} cy={plot.top - 24} r="5.5" />
          <text
            className={`load-label${gate.side === "left" ? " is-end" : ""}`}
            x={gate.side === "left" ? gate.x - 11 : gate.x + 11}
            y={plot.top - 20}
          >
            {gate.text}
          </text>
        </g>
      ) : null}
      {rows.map((row) => (
        <CompositeFigures key={row.id} row={row} layout={layout} />
      ))}
    </svg>
  );
}

interface RowProps {
  readonly row: CompositeLayout["rows"][number];
  readonly layout: CompositeLayout;
}

function CompositeBar({ row, layout }: RowProps) {
  const { columns, plot, bar, intervalAt, rowHeight, width } = layout;
  const [from, to] = row.interval;
  const base = row.top + bar.top;
  return (
    <g>
      {row.score === null ? (
        <rect
          className="composite-range"
          x={from}
          y={base}
          width={Math.round((to - from) * 10) / 10}
          height={bar.height}
        />
      ) : null}
      {row.segments.map(({ key, step, x, width: long }) => (
        <rect key={key} className={`composite-part is-${step}`} x={x} y={base} width={long} height={bar.height} />
      ))}
      {row.score === null ? null : (
        <>
          <path className="interval is-thin" d={`M${from} ${row.top + intervalAt}H${to}`} />
          <circle className="panel-dot" cx={row.score} cy={row.top + intervalAt} r="3" />
        </>
      )}
      <path className="axis-ink" d={`M${plot.left} ${base - 4}V${row.top + intervalAt + 4}`} />
      <path className="grid-line" d={`M0 ${row.top + rowHeight}H${columns ? columns.firstIn : width}`} />
    </g>
  );
}

/** Names and figures stand over the gate where they cross it. */
function CompositeFigures({ row, layout }: RowProps) {
  const { columns, plot, rowHeight } = layout;
  return (
    <g>
      <text className="composite-rank" x="0" y={row.top + 19}>
        {row.rank}
      </text>
      {row.name.map((text, line) => (
        <text
          key={text}
          className="composite-name halo"
          x="26"
          y={row.top + (row.name.length === 1 ? 19 : 13 + 14 * line)}
        >
          {text}
        </text>
      ))}
      {columns ? (
        <>
          <text className="composite-figure is-end" x={columns.score} y={row.top + 19}>
            {row.scoreText}
          </text>
          <text className="is-end" x={columns.interval} y={row.top + 19}>
            {row.intervalText}
          </text>
          <text className="is-end composite-share" x={columns.firstIn} y={row.top + 19}>
            {row.firstIn}
          </text>
          {row.beforeNext === null ? null : (
            <text className="is-end composite-share" x={columns.beforeNext} y={row.top + rowHeight + 4}>
              {row.beforeNext}
            </text>
          )}
        </>
      ) : (
        <>
          <text className="composite-figure is-end" x={plot.right} y={row.top + 13}>
            {row.scoreText}
          </text>
          <text className="is-end" x={plot.right} y={row.top + 27}>
            {row.intervalText}
          </text>
        </>
      )}
    </g>
  );
}
