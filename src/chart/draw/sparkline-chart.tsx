import { prepareSparkline, type SparklineSize } from "../series/sparkline.ts";

interface SparklineChartProps extends SparklineSize {
  readonly values: readonly (number | null)[];
  readonly shape?: "line" | "step";
}

/** A history without an axis: its course and where it ends. The figure beside it says the number. */
export function SparklineChart({ values, shape = "line", width, height }: SparklineChartProps) {
  const { path, end } = prepareSparkline(values, { width, height }, shape);
  return (
    <svg className="sparkline" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path className="axis" d={`M0 ${height - 0.5}H${width}`} />
      <path className="series-thin" d={path} />
      {end ? <circle className="end-dot" cx={end.x} cy={end.y} r="3" /> : null}
    </svg>
  );
}
