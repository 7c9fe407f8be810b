import { type WaterfallLayout, waterfallBarHeight } from "../series/waterfall.ts";

interface WaterfallChartProps {
  readonly layout: WaterfallLayout;
  readonly label: string;
}

/** How a score came about, step by step, with the load line through all of them. */
export function WaterfallChart({ layout, label }: WaterfallChartProps) {
  const { width, height, plot, rows, line, tolerance } = layout;
  return (
    <svg
      className="waterfall-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {layout.ticks.map(({ x, label }) => (
        <g key={x}>
          <path className="grid-line" d={`M${x} ${plot.top}V${plot.bottom}`} />
          <text className="is-middle" x={x} y={plot.bottom + 16}>
            {label}
          </text>
        </g>
      ))}
      {rows.map((row, index) => {
        const next = rows[index + 1];
        const level = row.look === "less" || row.look === "planned" ? row.from : row.to;
        return (
          <g key={row.key}>
            <text className="waterfall-label" x="0" y={row.top + 12}>
              {row.label.map((text, line) => (
                <tspan key={text} x="0" dy={line === 0 ? 0 : 14}>
                  {text}
                </tspan>
              ))}
            </text>
            <text x="0" y={row.top + 12 + row.label.length * 14}>
              {row.detail.map((text, line) => (
                <tspan key={text} x="0" dy={line === 0 ? 0 : 13}>
                  {text}
                </tspan>
              ))}
            </text>
            <rect
              className={`waterfall-bar is-${row.look}`}
              x={row.from}
              y={row.top + 2}
              width={Math.max(1.5, Math.round((row.to - row.from) * 10) / 10)}
              height={waterfallBarHeight}
            />
            {next ? (
              <path className="axis-ink" d={`M${level} ${row.top + 2 + waterfallBarHeight}V${next.top + 2}`} />
            ) : null}
            <text className="waterfall-value is-end" x={width} y={row.top + 15}>
              {row.value}
            </text>
          </g>
        );
      })}
      {tolerance ? (
        <>
          <path className="tolerance-line" d={`M${tolerance.x} ${plot.top - 6}V${plot.bottom}`} />
          {tolerance.anchor === "middle" || (line && line.anchor === "end" && tolerance.x - line.x > 14) ? (
            <text
              className={`tolerance-label is-${tolerance.anchor}`}
              x={tolerance.anchor === "middle" ? tolerance.x : Math.round(tolerance.x * 10 - 30) / 10}
              y={plot.top - 11}
            >
              {tolerance.label}
            </text>
          ) : null}
        </>
      ) : null}
      {line ? (
        <>
          <path className="load-line" d={`M${line.x} ${plot.top - 20}V${plot.bottom}`} />
          <circle className="load-ring" cx={line.x} cy={plot.top - 14} r="5.5" />
          <path className="load-line" d={`M${line.x} ${plot.top - 25}v22`} />
          <text
            className={`load-label is-${line.anchor}`}
            x={Math.round((line.x + (line.anchor === "end" ? -13 : 13)) * 10) / 10}
            y={plot.top - 10}
          >
            {line.label}
          </text>
        </>
      ) : null}
    </svg>
  );
}
