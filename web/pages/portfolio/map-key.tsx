import { MarkSign } from "../../../src/chart/draw/mark-shape.tsx";
import { isOverLine, markKind, markKinds, markWords } from "../../../src/chart/series/mark-kind.ts";
import type { HeatMap } from "../../../src/contract/heat-map.ts";

/** What the marks mean, and only of those that are on the map. */
export function MapKey({ map }: { readonly map: HeatMap }) {
  const kinds = new Set(map.marks.map((mark) => markKind(mark, map.by)));
  const isStale = map.marks.some((mark) => mark.freshness === "stale" && mark[map.by]);
  const hasArrows =
    map.by !== "inherent" &&
    map.marks.some(
      (mark) =>
        isOverLine(markKind(mark, map.by)) &&
        mark.inherent &&
        (mark.inherent.likelihood !== mark[map.by]?.likelihood || mark.inherent.impact !== mark[map.by]?.impact),
    );
  return (
    <ul className="key">
      {markKinds
        .filter((kind) => kind !== "unknown" && kinds.has(kind))
        .map((kind) => (
          <li key={kind}>
            <MarkSign kind={kind} />
            {markWords[kind]}
          </li>
        ))}
      {isStale ? (
        <li>
          <MarkSign kind="ok" isStale />
          stale, last score kept
        </li>
      ) : null}
      {hasArrows ? (
        <li className="key-journey">
          <svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true">
            <circle className="journey-start" cx="5" cy="5" r="4" />
            <path className="journey-arrow" d="M9.5 5H32" />
          </svg>
          inherent to {map.by}
        </li>
      ) : null}
      {map.line === null && map.marks.some((mark) => mark.line) ? (
        <li>Lines differ by scope; each mark is held to its own.</li>
      ) : null}
    </ul>
  );
}
