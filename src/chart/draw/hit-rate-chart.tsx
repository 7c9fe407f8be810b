interface HitRateChartProps {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** What the intervals were said to hold. */
  readonly meant: number;
  readonly width: number;
}

const height = 58;
const side = 20;

/** A hit rate with its interval, against what was meant: the load line. What it shows is said beside it. */
export function HitRateChart({ estimate, low, high, meant, width }: HitRateChartProps) {
  const x = (share: number) => Math.round((side + share * (width - 2 * side)) * 10) / 10;
  const row = 26;
  return (
    <svg className="hit-rate-chart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="axis-ink" d={`M${x(0)} ${row + 12}H${x(1)}`} />
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <path className="axis-ink" d={`M${x(share)} ${row + 12}v4`} />
          <text className="is-middle" x={x(share)} y={row + 28}>
            {share * 100} %
          </text>
        </g>
      ))}
      <path className="load-line" d={`M${x(meant)} 2V${row + 12}`} />
      <circle className="load-ring" cx={x(meant)} cy="8" r="4.5" />
      <path className="hit-rate-interval" d={`M${x(low)} ${row}H${x(high)}`} />
      <circle className="hit-rate-dot" cx={x(estimate)} cy={row} r="5" />
    </svg>
  );
}
