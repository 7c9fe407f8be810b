import { describe, expect, test } from "vitest";
import { slug } from "../contract/primitive.ts";
import type { Limit } from "../contract/record.ts";
import { limitId } from "./limit-id.ts";

const loss = { measure: "annualLoss", appetite: 0.1, tolerance: 0.2 } as const;
const score = { measure: "residualScore", appetite: 12, tolerance: 20 } as const;
const disparity = {
  measure: "disparity",
  appetite: 0.9,
  tolerance: 0.8,
  approvedBy: "mara",
  approvedOn: "2026-03-02",
  rationale: "r",
} as const;
const long = "a".repeat(80);

describe("limitId", () => {
  test.each<[Limit, string]>([
    [{ ...score, id: "mine", scope: "portfolio" }, "mine"],
    [{ ...score, scope: "portfolio" }, "portfolio-residual-score"],
    [{ ...score, scope: { system: "fraud" } }, "system-fraud-residual-score"],
    [{ ...score, scope: { category: "ethical" } }, "category-ethical-residual-score"],
    [{ ...score, scope: { system: "fraud", category: "model" } }, "system-fraud-category-model-residual-score"],
    [{ ...score, scope: { risk: "drift" } }, "risk-drift-residual-score"],
    [{ ...loss, scope: "portfolio", exceeds: 1_000_000 }, "portfolio-annual-loss-over-1000000"],
    [{ ...loss, scope: "portfolio", exceeds: 0.5 }, "portfolio-annual-loss-over-0-5"],
    [
      {
        ...disparity,
        scope: { system: "fraud" },
        disparity: "demographicParityRatio",
        attributes: ["Sex", "age_band"],
      },
      "system-fraud-demographic-parity-ratio-sex-age-band",
    ],
    [
      { measure: "prohibited", scope: "portfolio", statement: "No system may score people by their social behaviour." },
      "portfolio-prohibited-no-system-may-score-people-by",
    ],
  ])("%j is %s", (limit, id) => {
    expect(limitId(limit)).toBe(id);
  });

  test("is always a slug, and other limits have others, however long their scopes", () => {
    const ids = [
      limitId({ ...score, scope: { system: long, category: "a" } }),
      limitId({ ...score, scope: { system: long, category: "b" } }),
      limitId({ ...loss, scope: { system: long }, exceeds: 1e21 }),
      limitId({ ...loss, scope: { system: long }, exceeds: 1e22 }),
      limitId({ ...loss, scope: "portfolio", exceeds: 1e-7 }),
      limitId({ measure: "prohibited", scope: "portfolio", statement: "社会信用" }),
    ];
    for (const id of ids) expect(slug.safeParse(id).error).toBeUndefined();
    expect(new Set(ids).size).toBe(ids.length);
  });
});
