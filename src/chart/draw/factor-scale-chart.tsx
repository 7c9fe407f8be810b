import type { FactorScaleLayout } from "../series/factor-scale-layout.ts";

/** Where a measurement lies between its anchors. What it shows is said by the fields beside it. */
export function FactorScaleChart({ layout }: { readonly layout: FactorScaleLayout }) {
  const { width, height, left, right, axis, ticks, mark } = layout;
  return (
    <svg
      className="factor-scale-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path className="axis-ink" d={`M${left} ${axis}H${right}`} />
      {ticks.map(({ x, measured, points }) => (
        <g key={x}>
          <path className="axis-ink" d={`M${x} ${axis - 4}v8`} />
          <text className="is-middle" x={x} y={axis - 8}>
            {measured}
          </text>
          <text className="is-middle" x={x} y={axis + 18}>
            {points}
          </text>
        </g>
      ))}
      {mark === null ? null : (
        <>
          <path className="factor-scale-range" d={`M${mark.from} ${axis}H${mark.to}`} />
          <circle className="factor-scale-mark" cx={mark.x} cy={axis} r="5" />
          <text className="factor-scale-words is-middle" x={mark.textX} y="12">
            {mark.text}
          </text>
        </>
      )}
    </svg>
  );
}
