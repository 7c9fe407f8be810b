import { type DensityLayout, markWords } from "../series/density-layout.ts";

/** A distribution drawn, with where 1 in 20, half and 19 in 20 of it lie below. What it shows is said beside it. */
export function DensityChart({ layout }: { readonly layout: DensityLayout }) {
  const { width, height, base, marks } = layout;
  return (
    <svg className="density-chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="density-area" d={layout.area} />
      {layout.experts.map((d, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: experts have an order and no name of their own
        <path key={index} className="density-expert" d={d} />
      ))}
      <path className="density-outline" d={layout.outline} />
      <path className="axis" d={`M0 ${base}H${width}`} />
      {layout.spikes.map(({ x, top, label }) => (
        <g key={x}>
          <path className="density-spike" d={`M${x} ${base}V${top}`} />
          {label === null ? null : (
            <text className="halo is-end" x={x - 5} y={top + 4}>
              {label}
            </text>
          )}
        </g>
      ))}
      {marks.map(({ name, x, value, anchor }) =>
        name === "mean" ? (
          <path key={name} className="density-mean" d={`M${x} ${base - 4}l4 8h-8z`} />
        ) : (
          <g key={name}>
            <path className="axis-ink" d={`M${x} ${base}v5`} />
            <text className={`density-value is-${anchor}`} x={x} y={base + 17}>
              {value}
            </text>
            <text className={`is-${anchor}`} x={x} y={base + 29}>
              {markWords[name]}
            </text>
          </g>
        ),
      )}
    </svg>
  );
}
