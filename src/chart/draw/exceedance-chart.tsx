import type { CurveName, ExceedanceLayout } from "../series/exceedance-curve.ts";

/** A place that is read off: an amount and how often a year loses more. */
export interface CurveReading {
  readonly loss: number;
  readonly probability: number;
  /** "1 year in 20: more than €20.6m". */
  readonly text: string;
}

interface ExceedanceChartProps {
  readonly layout: ExceedanceLayout;
  /** What the chart says, for those who hear it. */
  readonly label: string;
  readonly currency: string;
  readonly reading?: CurveReading | null;
}

const names: Readonly<Record<CurveName, readonly [string, string]>> = {
  inherent: ["Inherent", "before controls"],
  residual: ["Residual", "with working controls"],
  target: ["Target", "with planned controls"],
};

/** How often a year loses more than an amount, and the line that says how often it may. */
export function ExceedanceChart({ layout, label, currency, reading }: ExceedanceChartProps) {
  const { width, height, plot, line, scale } = layout;
  return (
    <svg
      className="exceedance-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {layout.oddsTicks.map(({ y, label }) => (
        <g key={y}>
          <path className="grid-line" d={`M${plot.left} ${y}H${plot.right}`} />
          <text className="is-end" x={plot.left - 10} y={y + 4}>
            {label}
          </text>
        </g>
      ))}
      <path className="axis-ink" d={`M${plot.left} ${plot.bottom}H${plot.right}`} />
      {layout.lossTicks.map(({ x, label }) => (
        <g key={x}>
          <path className="axis-ink" d={`M${x} ${plot.bottom}v${label === null ? 3 : 5}`} />
          {label === null ? null : (
            <text className="is-middle" x={x} y={plot.bottom + 18}>
              {label}
            </text>
          )}
        </g>
      ))}
      <text className="is-end" x={plot.right} y={height - 2}>
        Loss in one year, {currency}, logarithmic
      </text>
      {layout.over ? <path className="over-fill" d={layout.over} /> : null}
      {layout.curves.map(({ name, path }) => (
        <path key={name} className={`curve-${name}`} d={path} />
      ))}
      {layout.labels.map(({ name, at, anchor }) => (
        <text key={name} className={`curve-label halo is-${anchor}`} x={at.x} y={at.y}>
          <tspan className="curve-name">{names[name][0]}</tspan>
          <tspan x={at.x} dy="14">
            {names[name][1]}
          </tspan>
        </text>
      ))}
      {layout.tolerance ? <path className="tolerance-line" d={layout.tolerance} /> : null}
      {line ? (
        <>
          <path className="load-line" d={line.path} />
          {line.rings.map(({ x, y }) => (
            <g key={x}>
              <circle className="load-ring" cx={x} cy={y} r="5.5" />
              <path className="load-line" d={`M${x - 11.5} ${y}h23`} />
            </g>
          ))}
          <text className="load-label halo" x={line.label.x} y={line.label.y}>
            Load line
          </text>
        </>
      ) : null}
      {reading ? (
        <Reading reading={reading} x={scale.x(reading.loss)} y={scale.y(reading.probability)} plot={plot} />
      ) : null}
    </svg>
  );
}

interface ReadingProps {
  readonly reading: CurveReading;
  readonly x: number;
  readonly y: number;
  readonly plot: ExceedanceLayout["plot"];
}

function Reading({ reading, x, y, plot }: ReadingProps) {
  if (!(x >= plot.left && x <= plot.right && y >= plot.top && y <= plot.bottom)) return null;
  const [atX, atY] = [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  // Beside the axis unless the point is too near to it to leave room for the words.
  const isFar = x - plot.left > 230;
  return (
    <g className="reading">
      <path className="reading-line" d={`M${plot.left} ${atY}H${atX}V${plot.bottom}`} />
      <circle className="reading-dot" cx={atX} cy={atY} r="4" />
      <text
        className={`reading-text halo ${isFar ? "is-end" : ""}`}
        x={isFar ? atX - 12 : atX + 12}
        y={isFar ? atY - 8 : atY - 10}
      >
        {reading.text}
      </text>
    </g>
  );
}
