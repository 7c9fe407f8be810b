import fc from "fast-check";
import { expect, test } from "vitest";
import { thresholdTable } from "../../../../src/engine/fairness/threshold/threshold-table.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import {
  readThreshold,
  readTried,
  type Tried,
  thresholdAfterKey,
  thresholdSelecting,
  writeTried,
} from "./tried-thresholds.ts";
import { readWhatIfSearch } from "./what-if-search.ts";

const threshold = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1_000_000),
  fc.double({ min: 0, max: 1, noNaN: true }).map((n) => (n < 1e-8 ? 0 : n)),
  fc.constantFrom(2 / 3, 1e-7),
  fc.constant(Number.POSITIVE_INFINITY),
);

test("what is tried comes back from the address as it was", () => {
  fc.assert(
    fc.property(fc.array(threshold, { minLength: 2, maxLength: 12 }), (values) => {
      const tried: Tried = { scope: "per-group", values };
      const text = writeTried(tried);
      expect(readWhatIfSearch({ t: text }).t).toBe(text);
      expect(readTried(text, values.length)).toEqual(tried);
      const common: Tried = { scope: "common", values: values.map(() => values[0]!) };
      expect(readTried(writeTried(common), values.length)).toEqual(common);
    }),
  );
});

test("thresholds of another number of groups, or none, are nobody's", () => {
  expect(readTried("0.5,0.6", 3)).toBeNull();
  expect(readTried(undefined, 3)).toBeNull();
  expect(readTried("0.5,1.2", 2)).toBeNull();
});

test("a threshold as a hand types it", () => {
  expect(["0.62", ".5", "0,7", " 1 ", "none", "0."].map(readThreshold)).toEqual([
    0.62,
    0.5,
    0.7,
    1,
    Number.POSITIVE_INFINITY,
    0,
  ]);
  expect(["", "1.1", "-0.2", "half", "1e-3", "0.5.5"].map(readThreshold)).toEqual([null, null, null, null, null, null]);
});

test("keys step by hundredths and stay between 0 and 1", () => {
  expect(thresholdAfterKey(0.62, "ArrowRight", false)).toBe(0.63);
  expect(thresholdAfterKey(0.62, "ArrowDown", true)).toBe(0.619);
  expect(thresholdAfterKey(0.95, "PageUp", false)).toBe(1);
  expect(thresholdAfterKey(Number.POSITIVE_INFINITY, "ArrowLeft", false)).toBe(0.99);
  expect(thresholdAfterKey(0.3, "Home", false)).toBe(0);
  expect(thresholdAfterKey(0.3, "a", false)).toBeNull();
});

test("the threshold that selects as many is the nearest there is", () => {
  const table = thresholdTable(decisionsCube(), ["race"]);
  const all = table.sweeps.reduce((sum, { selected }) => sum + selected[0]!, 0);
  const selectedAt = (at: number) =>
    table.sweeps.reduce((sum, { edge, selected }) => {
      const k = edge.findIndex((each) => each >= at);
      return sum + (k < 0 ? 0 : selected[k]!);
    }, 0);
  const edges = [...new Set(table.sweeps.flatMap(({ edge }) => [...edge]))];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: all }), (weight) => {
      const apart = Math.abs(selectedAt(thresholdSelecting(table, weight)) - weight);
      expect(apart).toBe(Math.min(...edges.map((edge) => Math.abs(selectedAt(edge) - weight))));
    }),
  );
});
