import type { DisparityLayout, PlacedDisparity } from "../../series/fairness/disparity-layout.ts";
import { VerdictShape, verdictWords } from "./verdict-mark.tsx";

interface DisparityChartProps {
  readonly layout: DisparityLayout;
  readonly label: string;
}

/** Disparities with their intervals against the limits they are held to; the side that is over is tinted. */
export function DisparityChart({ layout, label }: DisparityChartProps) {
  const { width, height, columns, plot, form } = layout;
  return (
    <svg
      className="disparity-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {layout.panels.map(({ kind, title, top, bottom, none, ticks, rows }) => (
        <g key={kind}>
          <text className="forest-title" x="0" y={top - 10}>
            {title}
          </text>
          {form === "one-line" ? (
            <>
              {ticks.map(({ x, text }) => (
                <g key={text}>
                  <path className="grid-line" d={`M${x} ${top}V${bottom}`} />
                  <text className="is-middle" x={x} y={top - 10}>
                    {text}
                  </text>
                </g>
              ))}
              <text className="is-end" x={columns.estimate} y={top - 10}>
                estimate
              </text>
              <text className="is-end" x={columns.interval} y={top - 10}>
                interval
              </text>
              <text className="is-end" x={columns.limit} y={top - 10}>
                limit
              </text>
            </>
          ) : null}
          <path className="axis-ink" d={`M${none} ${top}V${bottom}`} />
          {rows.map((row) => (
            <Row key={row.key} row={row} form={form} columns={columns} plot={plot} width={width} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function Row(props: {
  readonly row: PlacedDisparity;
  readonly form: DisparityLayout["form"];
  readonly columns: DisparityLayout["columns"];
  readonly plot: DisparityLayout["plot"];
  readonly width: number;
}) {
  const { row, form, columns, plot, width } = props;
  const { y, value, limit, verdict, reason } = row;
  const isOneLine = form === "one-line";
  const base = isOneLine ? y + 4 : y - 15;
  const half = isOneLine ? 12 : 8;
  return (
    <>
      {limit ? (
        <rect
          className="forest-over"
          x={limit.over[0]}
          y={y - half}
          width={round(limit.over[1] - limit.over[0])}
          height={2 * half}
        />
      ) : null}
      <path className="grid-line" d={`M0 ${isOneLine ? y + 12 : y + 14}H${width}`} />
      <g>
        <VerdictShape verdict={verdict} x={7} y={base - 4} />
        <title>{verdictWords[verdict]}</title>
      </g>
      <text className="forest-name" x="20" y={base}>
        {row.name}
        {row.title ? <title>{row.title}</title> : null}
      </text>
      {limit ? (
        <>
          <path className="load-line" d={`M${limit.x} ${y - half}V${y + half}`} />
          <circle className="load-ring" cx={limit.x} cy={y} r="3.5" />
        </>
      ) : null}
      {value ? (
        <>
          {value.low === null || value.high === null ? null : (
            <path className="interval" d={`M${value.low} ${y}H${value.high}`} />
          )}
          <circle className="forest-dot is-reference" cx={value.x} cy={y} r="4.2" />
          <text className="forest-figure is-end" x={columns.estimate} y={base}>
            {value.text}
          </text>
          {isOneLine ? (
            <text className="is-end" x={columns.interval} y={base}>
              {value.interval}
            </text>
          ) : null}
        </>
      ) : (
        <>
          <rect className="unknown-hatch" x={plot.left} y={y - 6} width={round(plot.right - plot.left)} height="12" />
          <text className="forest-reason halo is-middle" x={round((plot.left + plot.right) / 2)} y={y + 4}>
            {reason}
          </text>
        </>
      )}
      {isOneLine && limit ? (
        <text className="load-label is-end" x={columns.limit} y={base}>
          {limit.text}
        </text>
      ) : null}
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
