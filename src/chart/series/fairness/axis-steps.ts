/** A stretch of an axis with its round values. */
export interface AxisSteps {
  readonly from: number;
  readonly to: number;
  readonly at: readonly number[];
}

const sizes = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100];

/**
 * The stretch that holds all values with a little room, never beyond `within`, and at most so many round values on it.
 * Without any value it is `within` itself.
 */
export function axisSteps(values: readonly number[], within: readonly [number, number], most = 5): AxisSteps {
  const finite = values.filter(Number.isFinite);
  const [least, greatest] = finite.length === 0 ? within : [Math.min(...finite), Math.max(...finite)];
  const room = Math.max((greatest - least) * 0.06, 0.01);
  const from = Math.max(within[0], least - room);
  const to = Math.min(within[1], greatest + room);
  const size = sizes.find((each) => Math.floor(to / each) - Math.ceil(from / each) + 1 <= most) ?? sizes.at(-1)!;
  const first = Math.ceil(from / size - 1e-9);
  const count = Math.max(0, Math.floor(to / size + 1e-9) - first + 1);
  return { from, to, at: Array.from({ length: count }, (_, k) => Number(((first + k) * size).toPrecision(12))) };
}

/** Pixels of a value on a stretch of an axis, to a tenth; what lies beyond its ends is put on them. */
export function axisPlace({ from, to }: AxisSteps, left: number, right: number): (value: number) => number {
  const span = to - from || 1;
  return (value) => tenth(left + Math.min(1, Math.max(0, (value - from) / span)) * (right - left));
}

/** A length cut to a tenth of a pixel. */
export function tenth(length: number): number {
  return Math.round(length * 10) / 10;
}
