import fc from "fast-check";
import { expect, test } from "vitest";
import type { Factor } from "./factor.ts";
import { type FactorReading, levelOfFactor, readFactor } from "./read-factor.ts";

const { tree } = fc.letrec<{ tree: Factor; leaf: Factor }>((tie) => ({
  leaf: fc.oneof(
    fc.record({
      id: fc.constantFrom("a", "b"),
      kind: fc.constant("judged" as const),
      level: fc.integer({ min: 1, max: 5 }),
      levels: fc.constant(5),
    }),
    fc
      .tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.constantFrom("higher" as const, "lower" as const),
      )
      .map(([value, width, raises]) => ({
        id: "m",
        kind: "measured" as const,
        value,
        low: value - width,
        high: value + width,
        anchors: [
          [0, 0],
          [0.4, 0.7],
          [1, 1],
        ] as const,
        raises,
      })),
  ),
  tree: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    fc.record({
      id: fc.constant("c"),
      kind: fc.constant("combined" as const),
      how: fc.constantFrom("weighted" as const, "worst" as const, "product" as const),
      parts: fc.array(fc.record({ weight: fc.double({ min: 0.1, max: 9, noNaN: true }), factor: tie("tree") }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  ),
}));

test("values lie in [0, 1] and between their ends; parts sum to what they make", () => {
  const look = (reading: FactorReading): void => {
    expect(reading.value).toBeGreaterThanOrEqual(-1e-12);
    expect(reading.value).toBeLessThanOrEqual(1 + 1e-12);
    expect(reading.low).toBeLessThanOrEqual(reading.value + 1e-12);
    expect(reading.high).toBeGreaterThanOrEqual(reading.value - 1e-12);
    if (reading.parts.length > 0)
      expect(reading.parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(reading.value, 10);
    for (const part of reading.parts) look(part);
  };
  fc.assert(fc.property(tree, (factor) => look(readFactor(factor))));
});

test("the order of parts does not matter, nor the unit of the weights", () => {
  const turned = (factor: Factor): Factor =>
    factor.kind === "combined"
      ? {
          ...factor,
          parts: factor.parts.toReversed().map((part) => ({ weight: part.weight * 7, factor: turned(part.factor) })),
        }
      : factor;
  fc.assert(
    fc.property(tree, (factor) => {
      expect(readFactor(turned(factor)).value).toBeCloseTo(readFactor(factor).value, 10);
    }),
  );
});

test("a guardrail that catches more lowers the likelihood", () => {
  const missed = (recall: number) =>
    readFactor({
      id: "guardrail",
      kind: "measured",
      value: recall,
      low: recall - 0.05,
      high: recall + 0.05,
      anchors: [
        [0, 0],
        [1, 1],
      ],
      raises: "lower",
    });
  expect(missed(0.9).value).toBeCloseTo(0.1, 12);
  expect([missed(0.9).low, missed(0.9).high].map((end) => end.toFixed(2))).toEqual(["0.05", "0.15"]);
});

test("levels share out the values evenly", () => {
  expect([0, 0.19, 0.2, 0.5, 0.99, 1].map((value) => levelOfFactor(value, 5))).toEqual([1, 1, 2, 3, 5, 5]);
});

const part = (factor: Factor, weight = 1): Factor => ({
  id: "top",
  kind: "combined",
  how: "weighted",
  parts: [{ weight, factor }],
});
const judged = (level: number): Factor => ({ id: "j", kind: "judged", level, levels: 5 });

test.each([
  [judged(6), /level of j not from 1 to 5: 6/],
  [judged(2.5), /level of j not from 1 to 5: 2\.5/],
  [part(judged(2), 0), /weight of j not positive: 0/],
  [{ id: "top", kind: "combined", how: "worst", parts: [] }, /factor top has no parts/],
  [
    {
      id: "top",
      kind: "combined",
      how: "weighted",
      parts: [1, 2].map((level) => ({ weight: 1e308, factor: judged(level) })),
    },
    /weights of the parts of top too large to sum/,
  ],
  [
    {
      id: "m",
      kind: "measured",
      value: 3,
      low: 4,
      anchors: [
        [0, 0],
        [1, 1],
      ],
      raises: "higher",
    },
    /value of m not between its ends: 3/,
  ],
  [
    {
      id: "m",
      kind: "measured",
      value: 3,
      anchors: [
        [1, 0],
        [0, 1],
      ],
      raises: "higher",
    },
    /anchors do not rise/,
  ],
] as const)("refuses %j", (factor, message) => {
  expect(() => readFactor(factor as Factor)).toThrow(message);
});
