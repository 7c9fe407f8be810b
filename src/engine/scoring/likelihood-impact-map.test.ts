import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import { likelihoodImpactMap } from "./likelihood-impact-map.ts";
import { rankRisks } from "./rank-risks.ts";
import { scoreRisk } from "./score-risk.ts";

const mapOf = (cells: readonly (readonly [number, number] | null)[]) => {
  const risks = cells.map((cell, index) =>
    scoreRisk(defaultScale, {
      id: `r${index}`,
      system: "s",
      category: "c",
      controls: [],
      inherent: cell === null ? undefined : { likelihood: cell[0], impact: cell[1] },
    }),
  );
  const ranks = rankRisks(risks, "residual");
  const ranked = risks.map((risk, index) => ({ risk, rank: ranks[index]! }));
  return { risks, map: likelihoodImpactMap(defaultScale, ranked, "residual") };
};

test("has every cell of the grid, rare and minor first, with the grid's band", () => {
  const { map } = mapOf([[5, 1], null]);
  expect(map.map(({ likelihood, impact }) => (likelihood - 1) * 5 + impact - 1)).toEqual([...Array(25).keys()]);
  expect(map.map(({ band }) => band)).toEqual(defaultScale.bands.flat());
  expect(map.filter(({ risks }) => risks.length > 0)).toEqual([
    { likelihood: 5, impact: 1, band: "low", risks: ["r0"] },
  ]);
});

test("score and map agree cell by cell, and nothing is lost", () => {
  const level = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(fc.array(fc.option(fc.tuple(level, level)), { maxLength: 40 }), (cells) => {
      const { risks, map } = mapOf(cells);
      const placed = new Map(map.flatMap(({ risks: ids, ...cell }) => ids.map((id) => [id, cell])));
      for (const { id, residual } of risks) {
        const cell = residual && { likelihood: residual.likelihood, impact: residual.impact, band: residual.band };
        expect(placed.get(id) ?? null).toEqual(cell);
      }
      expect(map.reduce((sum, cell) => sum + cell.risks.length, 0)).toBe(cells.filter((cell) => cell !== null).length);
    }),
  );
});
