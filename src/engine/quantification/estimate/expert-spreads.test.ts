import { expect, test } from "vitest";
import { EstimateError } from "./estimate-error.ts";
import { expertSpreads, type PooledEstimate } from "./expert-spreads.ts";

const place = { field: "loss", kind: "quantity" } as const;
const experts = [{ estimate: { low: 10, high: 100 }, weight: 2 }, { estimate: { min: 200, max: 400 } }];
const of = (estimate: Partial<PooledEstimate>) => expertSpreads({ experts, pool: "linear", ...estimate }, place);

test("each expert keeps what was said, weights sum to 1", () => {
  const [first, second] = of({}).experts;
  expect([first!.p5, first!.p95, first!.weight]).toEqual([expect.closeTo(10, 9), expect.closeTo(100, 9), 2 / 3]);
  expect([second!.mean, second!.p5, second!.p50, second!.weight]).toEqual([300, 210, 300, 1 / 3]);
});

test("the linear pool spans the experts, the average of quantiles lies between them", () => {
  const [first, second] = of({}).experts;
  const linear = of({}).pool;
  expect(linear.p5).toBeLessThan(first!.p50);
  expect(linear.p95).toBeGreaterThan(second!.p50);
  const averaged = of({ pool: "quantiles" }).pool;
  for (const figure of ["mean", "p5", "p50", "p95"] as const) {
    expect(averaged[figure]).toBeCloseTo((2 * first![figure] + second![figure]) / 3, 9);
  }
});

test("cuts stand on the pool alone", () => {
  const { experts: own, pool } = of({ cap: 50 });
  expect(pool.p95).toBe(50);
  expect(own.map(({ p95 }) => p95)).toEqual(of({}).experts.map(({ p95 }) => p95));
});

test("a wrong estimate is refused by its expert's name", () => {
  expect(() => of({ experts: [{ estimate: { low: 0, high: 1 } }] })).toThrow(EstimateError);
  expect(() => of({ experts: [{ estimate: { low: 0, high: 1 } }] })).toThrow(/^loss\.experts\[0\]/);
});
