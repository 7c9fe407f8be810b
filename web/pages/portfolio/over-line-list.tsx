import { MarkSign } from "../../../src/chart/draw/mark-shape.tsx";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import type { MapLayout } from "../../../src/chart/series/likelihood-impact-layout.ts";
import { markWords } from "../../../src/chart/series/mark-kind.ts";
import type { HeatMap } from "../../../src/contract/heat-map.ts";

interface OverLineListProps {
  readonly layout: MapLayout;
  readonly map: HeatMap;
  readonly open: (risk: string) => void;
}

/** The names of a narrow map's numbers. */
export function OverLineList({ layout, map, open }: OverLineListProps) {
  const figures = new Map(map.marks.map((mark) => [mark.id, mark]));
  const marks = [...layout.marks].sort((a, b) => a.number - b.number);
  const unrated = map.unrated.length;
  return (
    <ol className="over-line-list">
      {marks.map(({ id, number, kind, isStale }) => {
        const risk = figures.get(id)!;
        return (
          <li key={id}>
            <button type="button" onClick={() => open(id)}>
              <MarkSign kind={kind} isStale={isStale} />
              <span className="visually-hidden">{markWords[kind]}: </span>
              <span className="order">{number}</span>
              <span className="name">
                {risk.name} <small>{risk.systemName}</small>
              </span>
              <span className="score">{formatNumber(risk[map.by]!.score, 2)}</span>
            </button>
          </li>
        );
      })}
      {unrated > 0 ? (
        <li className="not-rated">
          <MarkSign kind="unknown" />
          <span className="name">
            Not rated{" "}
            <small>
              {unrated} {plural("risk", unrated)}, not placed, not counted as low
            </small>
          </span>
        </li>
      ) : null}
    </ol>
  );
}
