import { prepareCoverageBars } from "../series/coverage-bars.ts";

/** How many systems are freshly assessed: a bar each. The figure beside it says the number. */
export function CoverageChart({ fresh, systems }: { readonly fresh: number; readonly systems: number }) {
  const { width, bars } = prepareCoverageBars(fresh, systems);
  return (
    <svg className="sparkline" width={width} height="14" viewBox={`0 0 ${width} 14`} aria-hidden="true">
      {bars.map(({ x, kind }) =>
        kind === "fresh" ? (
          <rect key={x} className="coverage-fresh" x={x} y="0" width="3.4" height="14" />
        ) : (
          <rect key={x} className="coverage-stale" x={x + 0.5} y="0.5" width="2.6" height="13" />
        ),
      )}
    </svg>
  );
}
