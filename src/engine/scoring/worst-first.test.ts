import { expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import { rankRisks } from "./rank-risks.ts";
import { scoreRisk } from "./score-risk.ts";
import { worstFirst } from "./worst-first.ts";

test("score, then band, then rank, then id; unrated last, by id", () => {
  const rated = (id: string, likelihood: number, impact: number) =>
    scoreRisk(defaultScale, { id, system: "s", category: "c", controls: [], inherent: { likelihood, impact } });
  const unrated = (id: string) => scoreRisk(defaultScale, { id, system: "s", category: "c", controls: [] });
  const risks = [
    unrated("z"),
    rated("low-4", 2, 2),
    unrated("y"),
    rated("medium-4", 1, 4),
    rated("b", 5, 5),
    rated("a", 5, 5),
    // Both 5 and both low or medium: (1, 5) is medium, (5, 1) low.
    rated("low-5", 5, 1),
    rated("medium-5", 1, 5),
  ];
  const ranks = rankRisks(risks, "residual");
  const ranked = risks.map((risk, index) => ({ risk, rank: ranks[index]! }));
  const ids = ["a", "b", "medium-5", "low-5", "medium-4", "low-4", "y", "z"];
  const order = worstFirst(defaultScale, "residual");
  expect(ranked.toSorted(order).map(({ risk }) => risk.id)).toEqual(ids);
  expect(
    ranked
      .toReversed()
      .sort(order)
      .map(({ risk }) => risk.id),
  ).toEqual(ids);
});

test("money orders risks of one score", () => {
  const inMoney = (id: string, primary: number) =>
    scoreRisk(defaultScale, {
      id,
      system: "s",
      category: "c",
      controls: [],
      scenario: { frequency: 1, loss: { primary } },
    });
  const risks = [inMoney("less", 110_000), inMoney("more", 290_000)];
  const ranks = rankRisks(risks, "residual");
  const sorted = risks.map((risk, index) => ({ risk, rank: ranks[index]! })).sort(worstFirst(defaultScale, "residual"));
  expect(sorted.map(({ risk }) => risk.id)).toEqual(["more", "less"]);
});
