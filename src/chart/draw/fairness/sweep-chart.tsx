import type { SweepLayout } from "../../series/fairness/sweep-layout.ts";

interface SweepChartProps {
  readonly layout: SweepLayout;
  readonly label: string;
}

/** Figures over the axis of thresholds: what is tried on the accent, what was audited on the dotted line. */
export function SweepChart({ layout, label }: SweepChartProps) {
  const { width, height, plot, tried, audited } = layout;
  const inside = (x: number, half: number) => Math.min(width - half, Math.max(half, x));
  const first = layout.panels[0]?.top ?? 0;
  return (
    <svg
      className="sweep-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {layout.panels.map(({ key, name, detail, top, bottom, limit, path }) => (
        <g key={key}>
          <text className="sweep-name" x="0" y={plot.left === 0 ? top - 5 : top + 24}>
            {name}
          </text>
          {plot.left === 0 ? null : (
            <text x="0" y={top + 38}>
              {detail}
            </text>
          )}
          <path className="grid-line" d={`M${plot.left} ${bottom}H${plot.right}`} />
          {limit ? (
            <>
              <path className="load-line is-thin" d={`M${plot.left} ${limit.y}H${plot.right}`} />
              <text className="load-label" x={plot.right + 6} y={Math.round(limit.y + 4)}>
                {limit.text}
              </text>
            </>
          ) : null}
          <path className="series-thin" d={path} />
        </g>
      ))}
      {audited ? <path className="threshold-before" d={`M${audited.x} ${first}V${plot.bottom}`} /> : null}
      <path className="load-line" d={`M${tried.x} ${first}V${plot.bottom}`} />
      {layout.panels.map(({ key, at, was }) => (
        <g key={key}>
          {was ? <circle className="forest-before" cx={was.x} cy={was.y} r="3.5" /> : null}
          {at ? (
            <>
              <circle className="roc-tried" cx={at.x} cy={at.y} r="4.5" />
              <text
                className={`forest-figure halo${at.anchor === "end" ? " is-end" : ""}`}
                x={Math.round(at.x + (at.anchor === "end" ? -9 : 9))}
                y={Math.round(at.y - 7)}
              >
                {at.text}
              </text>
            </>
          ) : null}
        </g>
      ))}
      <path className="axis-ink" d={`M${plot.left} ${plot.bottom}H${plot.right}`} />
      {layout.ticks.map(({ x, text }) => (
        <g key={text}>
          <path className="axis-ink" d={`M${x} ${plot.bottom}v4`} />
          <text className="is-middle" x={x} y={plot.bottom + 17}>
            {text}
          </text>
        </g>
      ))}
      {audited && audited.text !== "" ? (
        <text className="halo is-middle sweep-audited" x={inside(audited.x, 66)} y={plot.bottom + 32}>
          {audited.text}
        </text>
      ) : null}
      <text className="load-label halo is-middle" x={inside(tried.x, 36)} y={plot.bottom + 32}>
        {tried.text}
      </text>
    </svg>
  );
}
