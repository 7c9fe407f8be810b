import type { ForestLayout, PlacedForestRow } from "../../series/fairness/forest-layout.ts";
import { VerdictShape } from "./verdict-mark.tsx";

interface ForestChartProps {
  readonly layout: ForestLayout;
  /** What it shows, for who does not see it: the finding and the measure. */
  readonly label: string;
  /** Head of the column of figures, such as "selected, %". */
  readonly measure: string;
  /** Head of the column beside it. */
  readonly aside?: string;
}

/** Rates of groups with their intervals, one row a group, the load line through them. */
export function ForestChart({ layout, label, measure, aside = "" }: ForestChartProps) {
  const { width, height, plot, columns, form } = layout;
  const isOneLine = form === "one-line";
  return (
    <svg
      className="forest-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {layout.sections.map(({ title, top, bottom, over }) =>
        over ? (
          <rect
            key={title}
            className="forest-over"
            x={over[0]}
            y={top}
            width={round(over[1] - over[0])}
            height={bottom - top}
          />
        ) : null,
      )}
      {isOneLine ? (
        <>
          <text x="0" y="12">
            group
          </text>
          <text className="is-end" x={round(columns.n)} y="12">
            rows
          </text>
          <text className="is-end" x={columns.estimate} y="12">
            {measure}
          </text>
          <text className="is-end" x={columns.interval} y="12">
            interval
          </text>
          {columns.aside === null ? null : (
            <text className="is-end" x={columns.aside} y="12">
              {aside}
            </text>
          )}
        </>
      ) : null}
      {layout.ticks.map(({ x, text }) => (
        <g key={text}>
          <path className="grid-line" d={`M${x} ${plot.top}V${plot.bottom}`} />
          <text className="is-middle" x={x} y="12">
            {text}
          </text>
        </g>
      ))}
      {layout.overall === null ? null : (
        <path className="forest-overall" d={`M${layout.overall} ${plot.top}V${plot.bottom}`} />
      )}
      {layout.sections.map(({ title, y, rows, left, bottom }) => (
        <g key={title}>
          <text className="forest-title" x="0" y={y}>
            {title}
          </text>
          {rows.map((row) => (
            <Row key={row.key} row={row} layout={layout} />
          ))}
          {left === null ? null : (
            <text x={isOneLine ? 12 : 0} y={bottom - 5}>
              {left}
            </text>
          )}
        </g>
      ))}
      {layout.line === "" ? null : <path className="load-line" d={layout.line} />}
      {layout.sections.flatMap(({ rows }) => rows.map((row) => <Mark key={row.key} row={row} plot={plot} />))}
      {layout.lineEnd ? (
        <>
          <path className="load-line" d={`M${layout.lineEnd.x} ${plot.bottom}v24`} />
          <circle className="load-ring" cx={layout.lineEnd.x} cy={layout.lineEnd.y - 3} r="5.5" />
          <text
            className={layout.lineEnd.anchor === "end" ? "load-label is-end" : "load-label"}
            x={round(layout.lineEnd.x + (layout.lineEnd.anchor === "end" ? -12 : 12))}
            y={layout.lineEnd.y + 1}
          >
            {layout.lineEnd.text}
          </text>
        </>
      ) : null}
    </svg>
  );
}

function Row({ row, layout }: { readonly row: PlacedForestRow; readonly layout: ForestLayout }) {
  const { columns, form, width } = layout;
  const isOneLine = form === "one-line";
  const base = round(isOneLine ? row.y + 4 : row.y - 14);
  return (
    <>
      <path className="grid-line" d={`M0 ${round(row.y + (isOneLine ? 11.5 : 13))}H${width}`} />
      <text className="forest-name" x={isOneLine ? 12 : 0} y={base}>
        {row.label}
        {row.title ? <title>{row.title}</title> : null}
      </text>
      <text className="is-end" x={round(columns.n)} y={base}>
        {row.n}
      </text>
      {row.value ? (
        <>
          <text className="forest-figure is-end" x={columns.estimate} y={base}>
            {row.value.estimate}
          </text>
          {isOneLine ? (
            <text className="is-end" x={columns.interval} y={base}>
              {row.value.interval}
            </text>
          ) : null}
        </>
      ) : null}
      {columns.aside === null ? null : (
        <text className="is-end" x={columns.aside} y={base}>
          {row.aside}
        </text>
      )}
    </>
  );
}

function Mark({ row, plot }: { readonly row: PlacedForestRow; readonly plot: ForestLayout["plot"] }) {
  const { y, value, mark, reason } = row;
  if (value === null)
    return (
      <>
        <rect
          className="unknown-hatch"
          x={round(plot.left)}
          y={round(y - 6)}
          width={round(plot.right - plot.left)}
          height="12"
        />
        <text className="forest-reason halo is-middle" x={round((plot.left + plot.right) / 2)} y={round(y + 4)}>
          {reason}
        </text>
      </>
    );
  return (
    <>
      {value.before === null ? null : (
        <>
          <path className="forest-moved" d={`M${value.before} ${y}H${value.x}`} />
          <circle className="forest-before" cx={value.before} cy={y} r="4" />
        </>
      )}
      {value.low === null || value.high === null ? null : (
        <path className="interval" d={`M${value.low} ${y}H${value.high}`} />
      )}
      {mark === "reference" || mark === "plain" || mark === "tried" ? (
        <circle className={dotClass[mark]} cx={value.x} cy={y} r={mark === "reference" ? 4.8 : 4.2} />
      ) : (
        <VerdictShape verdict={mark} x={value.x} y={y} />
      )}
    </>
  );
}

const dotClass = { reference: "forest-dot is-reference", plain: "forest-dot", tried: "roc-tried" } as const;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
