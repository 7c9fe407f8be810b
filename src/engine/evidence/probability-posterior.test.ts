import { expect, test } from "vitest";
import { drawBeta } from "../stats/draw-beta.ts";
import { drawBinomial } from "../stats/draw-binomial.ts";
import { streamKey } from "../stats/stream-key.ts";
import { probabilityBelief } from "./probability-belief.ts";
import { probabilityFigure, probabilityNone, probabilityPosterior } from "./probability-posterior.ts";

const before = probabilityBelief({ alpha: 1, beta: 9 });

test("no observation leaves the belief as it was, and no case ahead has no hit for certain", () => {
  expect(probabilityPosterior(before, [])).toMatchObject(before);
  expect(probabilityNone(before, 0)).toBe(1);
});

test("none, and all, of the cases stay inside (0, 1)", () => {
  for (const count of [0, 1000]) {
    const { low, high, estimate } = probabilityFigure(
      probabilityPosterior(probabilityBelief("jeffreys"), [{ id: "a", count, exposure: 1000 }]),
    );
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(1);
    expect(low).toBeLessThan(estimate);
    expect(estimate).toBeLessThan(high);
  }
});

test("counting the contrary turns the belief round", () => {
  const hit = probabilityPosterior(before, [{ id: "a", count: 3, exposure: 20 }]);
  const miss = probabilityPosterior(probabilityBelief({ alpha: 9, beta: 1 }), [{ id: "a", count: 17, exposure: 20 }]);
  expect([miss.alpha, miss.beta]).toEqual([hit.beta, hit.alpha]);
});

test("of a group of control tests the one that caught the smallest share stands for all", () => {
  const tests = [
    { id: "a", count: 18, exposure: 20, group: "filter", seenBy: "a" },
    { id: "b", count: 10, exposure: 20, group: "filter", seenBy: "b" },
  ];
  expect(probabilityPosterior(before, tests, { worse: "fewer" }).pooled.count).toBe(10);
  expect(probabilityPosterior(before, tests).pooled.count).toBe(18);
});

test("more cases that were so than were looked at are refused", () => {
  expect(() => probabilityPosterior(before, [{ id: "a", count: 3, exposure: 2 }])).toThrow(
    "count of observation a 3 is no evidence; give at most 2",
  );
});

test.each([
  { alpha: 1, beta: 9, cases: 12 },
  { alpha: 0.5, beta: 0.5, cases: 300 },
  { alpha: 20, beta: 3, cases: 5 },
])("intervals cover at their level, and P(none) is met, where the prior is right: %j", ({ alpha, beta, cases }) => {
  const stream = streamKey(7, `probability ${alpha} ${cases}`);
  const runs = 6000;
  let [covered, none, said] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const truth = drawBeta(stream, alpha, beta);
    const posterior = probabilityPosterior({ prior: { alpha, beta }, alpha, beta }, [
      { id: "a", count: drawBinomial(stream, cases, truth), exposure: cases },
    ]);
    const { low, high } = probabilityFigure(posterior);
    if (low <= truth && truth <= high) covered++;
    if (drawBinomial(stream, 4, truth) === 0) none++;
    said += probabilityNone(posterior, 4);
  }
  expect(Math.abs(covered / runs - 0.9)).toBeLessThan(0.0155);
  expect(Math.abs(none - said) / runs).toBeLessThan(0.025);
});
