import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import { rankRisks } from "./rank-risks.ts";
import type { RiskToScore } from "./risk-score.ts";
import { scoreRisk } from "./score-risk.ts";

const scored = (fields: Partial<RiskToScore>) =>
  scoreRisk(defaultScale, { id: "r", system: "s", category: "c", controls: [], ...fields });
const rated = (likelihood: number, impact: number) => scored({ inherent: { likelihood, impact } });
const inMoney = (frequency: number, primary: number) => scored({ scenario: { frequency, loss: { primary } } });

describe("rankRisks", () => {
  test("ties share a rank, the next is skipped, and unrated has none", () => {
    expect(rankRisks([rated(3, 3), rated(5, 5), scored({}), rated(3, 3), rated(2, 2)], "residual")).toEqual([
      2,
      1,
      null,
      2,
      4,
    ]);
  });

  test("cells that mean the same typical loss a year are ties, whatever their score", () => {
    // √(0.1·0.3) × √(100,000·300,000) = √(0.3·1) × √(30,000·100,000) = 30,000 a year.
    expect(rankRisks([rated(2, 3), rated(3, 2)], "residual")).toEqual([1, 1]);
    expect(rankRisks([rated(2, 5), rated(3, 4), rated(4, 3), rated(5, 2)], "residual")).toEqual([1, 1, 1, 1]);
  });

  test("goes by money where every rated risk has it", () => {
    // A mean of 290,000 against 350,000, though the cells say the contrary.
    const [first, second] = [inMoney(1, 290_000), inMoney(0.5, 700_000)];
    expect(rankRisks([first, second], "residual")).toEqual([2, 1]);
    expect(rankRisks([first, second, scored({})], "residual")).toEqual([2, 1, null]);
  });

  test("goes by the typical loss of cells as soon as one rated risk has no money", () => {
    const risks = [inMoney(1, 290_000), inMoney(0.9, 700_000), rated(1, 1)];
    expect(risks.map(({ residual }) => residual!.score)).toEqual([12, 12, 1]);
    expect(rankRisks(risks, "residual")).toEqual([1, 1, 3]);
  });

  test("looks at the state asked for", () => {
    const control = { control: "c", acts: "frequency", effectiveness: 0.9 } as const;
    const risks = [
      scored({ inherent: { likelihood: 5, impact: 5 }, controls: [{ ...control, status: "working" }] }),
      rated(4, 5),
      scored({ judged: { likelihood: 1, impact: 1 } }),
    ];
    expect(rankRisks(risks, "inherent")).toEqual([1, 2, null]);
    expect(rankRisks(risks, "residual")).toEqual([2, 1, 3]);
  });

  test("does not depend on the order of the risks", () => {
    const level = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.option(fc.tuple(level, level))), (cells) => {
        const risks = cells.map((cell) => (cell === null ? scored({}) : rated(...cell)));
        expect(rankRisks(risks.toReversed(), "residual").toReversed()).toEqual(rankRisks(risks, "residual"));
      }),
    );
  });
});
