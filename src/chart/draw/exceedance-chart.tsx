import type { Point } from "../series/box.ts";
import type { CurveName } from "../series/curve-labels.ts";
import type { ExceedanceLayout } from "../series/exceedance-layout.ts";

interface ExceedanceChartProps {
  readonly layout: ExceedanceLayout;
  readonly currency: string;
  /** The point that is read out, with its sentence; null draws none. */
  readonly reading: (Point & { readonly text: string }) | null;
}

const curveClass: Readonly<Record<CurveName, string>> = {
  residual: "series-residual",
  inherent: "series-inherent",
  target: "series-planned",
};

const labelClass: Readonly<Record<string, string>> = { line: "load-label", tolerance: "tolerance-label" };

/** Curve of the loss in a year, its load line, and one point read out. What it shows is said by the element around it. */
export function ExceedanceChart({ layout, currency, reading }: ExceedanceChartProps) {
  const { plot, width, height } = layout;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="exceedance">
      <text x="0" y="10">
        Years in which the loss is larger
      </text>
      {layout.yTicks.map(({ y, text }) => (
        <g key={text}>
          <path className="grid-line" d={`M${plot.left} ${y}H${plot.right}`} />
          <text className="is-end" x={plot.left - 10} y={y + 4}>
            {text}
          </text>
        </g>
      ))}
      <path className="axis-ink" d={`M${plot.left} ${plot.bottom}H${plot.right}`} />
      {layout.xTicks.map(({ x, text }) => (
        <g key={text}>
          <path className="axis-ink" d={`M${x} ${plot.bottom}v4`} />
          <text className="is-middle" x={x} y={plot.bottom + 18}>
            {text}
          </text>
        </g>
      ))}
      <text className="is-end" x={plot.right} y={height - 4}>
        Loss in one year, {currency}, logarithmic
      </text>
      <path className="over-line" d={layout.over} />
      {layout.paths.map(({ name, d }) => (
        <path key={name} className={curveClass[name]} d={d} />
      ))}
      <path className="tolerance-line" d={layout.toleranceLine.d} />
      {layout.toleranceLine.points.map(({ x, y }) => (
        <path key={`${x} ${y}`} className="tolerance-line" d={`M${round(x - 9)} ${round(y)}h18`} />
      ))}
      <path className="load-line" d={layout.loadLine.d} />
      {layout.loadLine.points.map(({ x, y }) => (
        <g key={`${x} ${y}`}>
          <circle className="load-ring" cx={round(x)} cy={round(y)} r="5" />
          <path className="load-line" d={`M${round(x - 12)} ${round(y)}h24`} />
        </g>
      ))}
      {layout.labels.map(({ name, title, detail, x, y, anchor }) => (
        <g key={name} className={`curve-label ${name}${anchor === "end" ? " ends" : ""}`}>
          <text className={`halo ${labelClass[name] ?? "curve-name"}`} x={round(x)} y={round(y)}>
            {title}
          </text>
          <text className="halo" x={round(x)} y={round(y + 14)}>
            {detail}
          </text>
        </g>
      ))}
      {reading ? <Reading {...reading} layout={layout} /> : null}
    </svg>
  );
}

function Reading({ x, y, text, layout }: Point & { readonly text: string; readonly layout: ExceedanceLayout }) {
  const { plot } = layout;
  const isLeft = x - plot.left > 230;
  return (
    <g className="reading">
      <path d={`M${plot.left} ${round(y)}H${round(x)}V${plot.bottom}`} />
      <circle cx={round(x)} cy={round(y)} r="4.5" />
      <text
        className={isLeft ? "halo is-end" : "halo"}
        x={round(isLeft ? x - 12 : Math.min(x + 12, plot.right - 220))}
        y={round(Math.max(y - 9, plot.top + 8))}
      >
        {text}
      </text>
    </g>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
