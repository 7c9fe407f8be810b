import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultScale } from "../scoring/default-scale.ts";
import { gamma } from "../stats/gamma.ts";
import { fadeFrequency } from "./fade-frequency.ts";
import { defaultStepRule, likelihoodStep, type StepRule } from "./likelihood-step.ts";

/** 0, 0.1, 0.3, 1 and 3 events a year. */
const levels = defaultScale.likelihood;
const certainly = (eventsPerYear: number) => gamma({ shape: 1e4, rate: 1e4 / eventsPerYear });
const vaguely = (eventsPerYear: number) => gamma({ shape: 1, rate: 1 / eventsPerYear });
const step = (
  current: number,
  belief = certainly(0.2),
  rule: Partial<StepRule> = {},
  cause: "signal" | "tick" = "signal",
) => {
  const { applied, proposed, reasons } = likelihoodStep(
    { levels, current, belief, cause },
    { ...defaultStepRule, ...rule },
  );
  return [applied, proposed, reasons.map(({ code }) => code).join(" ")];
};

test.each([
  ["agrees -> stays", step(2), [2, null, "evidence-agrees"]],
  ["reaching the bound of a level -> is in it", step(1, certainly(0.1)), [2, null, "evidence-is-higher"]],
  ["one above -> raised", step(1), [2, null, "evidence-is-higher"]],
  ["three above -> raised by one step", step(1, certainly(2)), [2, null, "evidence-is-higher held-by-steps"]],
  ["three above, three steps -> raised by three", step(1, certainly(2), { steps: 3 }), [4, null, "evidence-is-higher"]],
  [
    "above, raising by proposal -> proposed",
    step(1, certainly(0.2), { raising: "proposed" }),
    [1, 2, "evidence-is-higher needs-acceptance"],
  ],
  ["one below, surely -> proposed", step(3), [3, 2, "evidence-is-lower needs-acceptance"]],
  [
    "three below, surely -> proposed by one step",
    step(5, certainly(0.2)),
    [5, 4, "evidence-is-lower held-by-steps needs-acceptance"],
  ],
  [
    "one below, lowering by itself -> lowered",
    step(3, certainly(0.2), { lowering: "applied" }),
    [2, null, "evidence-is-lower"],
  ],
  ["one below, vaguely -> stays", step(3, vaguely(0.25)), [3, null, "evidence-is-lower not-sure-enough"]],
  [
    "one below, at a tick -> stays",
    step(3, certainly(0.2), {}, "tick"),
    [3, null, "evidence-is-lower time-lowers-nothing"],
  ],
  [
    "one below, lowering by itself, at a tick -> stays",
    step(3, certainly(0.2), { lowering: "applied" }, "tick"),
    [3, null, "evidence-is-lower time-lowers-nothing"],
  ],
  ["above, at a tick -> raised", step(1, certainly(0.2), {}, "tick"), [2, null, "evidence-is-higher"]],
  ["judged by the upper end -> raised", step(3, vaguely(0.4), { judgedBy: "upper" }), [4, null, "evidence-is-higher"]],
])("%s", (_, actual, expected) => {
  expect(actual).toEqual(expected);
});

test("lowered to the lowest level that is sure enough, which can be above the one the mean is in", () => {
  // Mean 0.25; P(< 0.3) = 0.70, P(< 1) = 0.98.
  expect(step(4, vaguely(0.25), { steps: 9 })).toEqual([4, 3, "evidence-is-lower needs-acceptance"]);
  expect(step(4, certainly(0.25), { steps: 9 })).toEqual([4, 2, "evidence-is-lower needs-acceptance"]);
});

test("reasons carry the values", () => {
  const { reasons, supported, probabilities } = likelihoodStep(
    { levels, current: 1, belief: certainly(2), cause: "signal" },
    defaultStepRule,
  );
  expect(reasons.map(({ message }) => message)).toEqual([
    "mean 2 events a year is in level 4 (likely), above 1 (rare)",
    "level 4 (likely) is further than 1 level, the most of one signal",
  ]);
  expect(supported).toBe(4);
  expect(probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 12);
});

const belief = fc
  .tuple(fc.double({ min: -1, max: 3, noNaN: true }), fc.double({ min: -2, max: 1.5, noNaN: true }))
  .map(([shape, mean]) => ({ shape: 10 ** shape, rate: 10 ** (shape - mean) }));
const rules = fc.record({
  judgedBy: fc.constantFrom("mean" as const, "upper" as const),
  steps: fc.integer({ min: 1, max: 4 }),
  raising: fc.constantFrom("applied" as const, "proposed" as const),
  lowering: fc.constantFrom("applied" as const, "proposed" as const),
  lowerAt: fc.constantFrom(0.5, 0.8, 0.95),
});

test("a level settles: signals that say the same thing again, and acceptance, end where nothing moves", () => {
  fc.assert(
    fc.property(belief, rules, fc.integer({ min: 1, max: 5 }), (parameters, rule, first) => {
      let level = first;
      const seen: number[] = [];
      for (let signal = 0; signal < 6; signal++) {
        const next = likelihoodStep({ levels, current: level, belief: gamma(parameters), cause: "signal" }, rule);
        expect(Math.abs((next.proposed ?? next.applied) - level)).toBeLessThanOrEqual(rule.steps);
        level = next.proposed ?? next.applied;
        seen.push(level);
      }
      expect(seen.at(-1)).toBe(seen.at(-2));
      // It went one way and never back: what was raised is not lowered by the same belief.
      expect(seen).toEqual([...seen].sort((a, b) => (level >= first ? a - b : b - a)));
    }),
  );
});

test("a tick of the discount never lowers a level and never proposes to", () => {
  const known = { shape: 1.5, rate: 2 };
  const evidence = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.double({ min: 0.01, max: 20, noNaN: true }));
  fc.assert(
    fc.property(evidence, rules, fc.double({ min: 0.01, max: 1, noNaN: true }), ([count, years], rule, kept) => {
      const before = { prior: known, shape: known.shape + count, rate: known.rate + years };
      const placed = (one: { shape: number; rate: number }, current: number, cause: "signal" | "tick") =>
        likelihoodStep({ levels, current, belief: gamma(one), cause }, { ...rule, steps: 9 });
      const current = placed(before, 1, "signal").supported;
      const after = placed(fadeFrequency(before, kept), current, "tick");
      expect(after.supported).toBeGreaterThanOrEqual(current);
      expect(after.applied).toBeGreaterThanOrEqual(current);
      expect(after.proposed ?? current).toBeGreaterThanOrEqual(current);
    }),
  );
});

test.each([
  [{ current: 0 }, {}, "level 0"],
  [{ current: 6 }, {}, "level 6"],
  [{ current: 1.5 }, {}, "level 1.5"],
  [{ current: 1 }, { steps: 0 }, "steps 0"],
  [{ current: 1 }, { lowerAt: 0.4 }, "lowerAt 0.4"],
  [{ current: 1 }, { lowerAt: 1 }, "lowerAt 1"],
])("%j with %j is refused", ({ current }, rule, what) => {
  expect(() => step(current, certainly(1), rule)).toThrow(what);
});
