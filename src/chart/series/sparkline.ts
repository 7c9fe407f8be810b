export interface SparklineSize {
  readonly width: number;
  readonly height: number;
}

export interface Sparkline {
  readonly path: string;
  /** The last known value. */
  readonly end: { readonly x: number; readonly y: number } | null;
}

const margin = 4;

/**
 * A line from the first to the last value; null is a gap, never zero. `step` holds each value until the next one.
 * The lowest and the highest value span the height; values that never change lie in the middle.
 */
export function prepareSparkline(
  values: readonly (number | null)[],
  { width, height }: SparklineSize,
  shape: "line" | "step" = "line",
): Sparkline {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { path: "", end: null };
  const low = Math.min(...known);
  const high = Math.max(...known);
  const x = (index: number) => round(margin + (index / Math.max(1, values.length - 1)) * (width - 2 * margin));
  const y = (value: number) =>
    round(high === low ? height / 2 : margin + ((high - value) / (high - low)) * (height - 2 * margin));
  let path = "";
  let end: Sparkline["end"] = null;
  let previous: number | null = null;
  for (const [index, value] of values.entries()) {
    if (value !== null) {
      end = { x: x(index), y: y(value) };
      if (previous === null) path += `M${end.x} ${end.y}`;
      else path += shape === "step" ? `H${end.x}V${end.y}` : `L${end.x} ${end.y}`;
    }
    previous = value;
  }
  return { path, end };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
