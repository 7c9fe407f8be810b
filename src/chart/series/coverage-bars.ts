export interface CoverageBars {
  readonly width: number;
  readonly bars: readonly { readonly x: number; readonly kind: "fresh" | "stale" }[];
}

const mostBars = 24;
const pitch = 5;

/** One bar a system up to two dozen, above that one for an equal share of them; fresh ones first. Any stale system keeps a bar. */
export function prepareCoverageBars(fresh: number, systems: number): CoverageBars {
  const count = Math.min(systems, mostBars);
  const share = systems === 0 ? 0 : fresh / systems;
  const freshBars = fresh === systems ? count : Math.min(count - 1, Math.round(share * count));
  return {
    width: Math.max(0, count * pitch - 1.6),
    bars: Array.from({ length: count }, (_, index) => ({
      x: index * pitch,
      kind: index < freshBars ? "fresh" : "stale",
    })),
  };
}
