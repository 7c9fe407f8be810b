import { expect, test } from "vitest";
import { adjustedPValues } from "../../../src/engine/stats/adjusted-pvalues.ts";
import { bcaAcceleration, bcaInterval } from "../../../src/engine/stats/bca-interval.ts";
import { clopperPearsonInterval } from "../../../src/engine/stats/clopper-pearson-interval.ts";
import { fisherExactTest } from "../../../src/engine/stats/fisher-exact-test.ts";
import { katzInterval } from "../../../src/engine/stats/katz-interval.ts";
import { koopmanInterval } from "../../../src/engine/stats/koopman-interval.ts";
import { mantelHaenszel, type StratumTable } from "../../../src/engine/stats/mantel-haenszel.ts";
import { miettinenNurminenInterval } from "../../../src/engine/stats/miettinen-nurminen-interval.ts";
import { newcombeInterval } from "../../../src/engine/stats/newcombe-interval.ts";
import { normalQuantile } from "../../../src/engine/stats/normal-quantile.ts";
import { rangeCriticalValue } from "../../../src/engine/stats/range-critical-value.ts";
import { sampleQuantile } from "../../../src/engine/stats/sample-quantile.ts";
import { wilsonInterval } from "../../../src/engine/stats/wilson-interval.ts";
import { agree, agreeAll } from "./agree.ts";
import oracle from "./intervals.json" with { type: "json" };

const criticalOf = (level: number) => normalQuantile((1 + level) / 2);

test("Wilson and Clopper–Pearson intervals agree with SciPy", () => {
  expect(oracle.proportions.length).toBeGreaterThan(90);
  for (const { x, n, level, wilson, clopperPearson } of oracle.proportions) {
    agreeAll(`Wilson ${x}/${n}`, wilsonInterval(x, n, criticalOf(level)), wilson, 1e-12);
    agreeAll(`Clopper–Pearson ${x}/${n}`, clopperPearsonInterval(x, n, level), clopperPearson, 1e-9);
  }
});

test("Newcombe, Miettinen–Nurminen, Katz, Koopman and Fisher agree with statsmodels, SciPy and a numeric search", () => {
  expect(oracle.pairs.length).toBeGreaterThan(40);
  for (const { a, b, level, newcombe, miettinenNurminen, katz, koopman, fisher } of oracle.pairs) {
    const [first, second] = [a, b].map(([successes, n]) => ({ successes: successes!, n: n! }));
    const name = `${a} against ${b}`;
    agreeAll(`Newcombe ${name}`, newcombeInterval(first!, second!, criticalOf(level)), newcombe, 1e-12);
    const score = miettinenNurminenInterval(first!, second!, criticalOf(level));
    agreeAll(`Miettinen–Nurminen ${name}`, score, miettinenNurminen, 1e-7);
    agreeAll(`Katz ${name}`, katzInterval(first!, second!, criticalOf(level)), katz, 1e-12);
    agreeAll(`Koopman ${name}`, koopmanInterval(first!, second!, criticalOf(level)), koopman, 1e-7);
    const exact = fisherExactTest([
      [a[0]!, a[1]! - a[0]!],
      [b[0]!, b[1]! - b[0]!],
    ]);
    agreeAll(`Fisher ${name}`, [exact.twoSided, exact.less, exact.greater], fisher, 1e-9);
  }
});

test("the critical value of all pairs is the quantile of the studentised range ÷ √2", () => {
  for (const [k, level, value] of oracle.range as [number, number, number][]) {
    agree(`range of ${k} at ${level}`, rangeCriticalValue(k, level), value, 1e-6);
  }
});

test("adjusted p-values agree with SciPy and statsmodels", () => {
  for (const { p, bh, by, holm } of oracle.families) {
    agreeAll("BH", adjustedPValues(p, "benjamini-hochberg"), bh, 1e-12);
    agreeAll("BY", adjustedPValues(p, "benjamini-yekutieli"), by, 1e-12);
    agreeAll("Holm", adjustedPValues(p, "holm"), holm, 1e-12);
  }
});

test("stratified tables agree with statsmodels", () => {
  for (const { tables, ...expected } of oracle.strata) {
    const answer = mantelHaenszel(tables as unknown as StratumTable[]);
    for (const [name, value] of Object.entries(expected)) {
      agree(name, answer[name as keyof typeof expected]!, value, name.endsWith("PValue") ? 1e-7 : 1e-9);
    }
    agree("p", answer.pValue!, expected.pValue, 1e-9 + 1e-12 / expected.pValue);
  }
});

test("sample quantiles agree with NumPy", () => {
  const sorted = oracle.quantiles.sample.toSorted((a, b) => a - b);
  for (const [p, value] of oracle.quantiles.at as [number, number][])
    agree(`quantile ${p}`, sampleQuantile(sorted, p), value, 1e-14);
});

test("the BCa interval of the same replicates agrees with SciPy", () => {
  expect(oracle.bca.length).toBe(6);
  for (const { level, estimate, without, replicates, interval } of oracle.bca) {
    const acceleration = bcaAcceleration(
      without,
      without.map(() => 1),
    );
    const sorted = replicates.toSorted((a, b) => a - b);
    agreeAll(`BCa at ${level}`, bcaInterval(sorted, estimate, acceleration, level), interval, 1e-9);
  }
});
