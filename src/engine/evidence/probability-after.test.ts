import { expect, test } from "vitest";
import { type ProbabilityEntry, probabilityAfter } from "./probability-after.ts";
import { probabilityBelief } from "./probability-belief.ts";

const start = probabilityBelief({ alpha: 9, beta: 1 });
const seen = (id: string, count: number, exposure: number): ProbabilityEntry => ({
  kind: "cases",
  observation: { id, count, exposure, weight: 0.3 },
});
const mean = ({ belief }: { belief: { alpha: number; beta: number } }) => belief.alpha / (belief.alpha + belief.beta);

test("the order of signals between two ticks, and repeats, change no bit", () => {
  const [a, b, c] = [seen("a", 3, 7), seen("b", 1, 9), seen("c", 10, 11)];
  const tick: ProbabilityEntry = { kind: "tick", kept: 0.7 };
  const inOrder = probabilityAfter(start, { history: [a, b, tick, c] });
  expect(probabilityAfter(start, { history: [b, a, b, tick, c, a] })).toEqual(inOrder);
  expect(probabilityAfter(start, { history: [] })).toEqual({ belief: start, counted: [] });
});

test("silence credits a control with nothing", () => {
  const history = [seen("a", 30, 100)];
  const tick: ProbabilityEntry = { kind: "tick", kept: 0.2 };
  const before = mean(probabilityAfter(start, { history, worse: "fewer" }));
  expect(mean(probabilityAfter(start, { history: [...history, tick, tick], worse: "fewer" }))).toBeLessThanOrEqual(
    before,
  );
  // A probability of harm would go back up to its prior.
  expect(mean(probabilityAfter(start, { history: [...history, tick, tick] }))).toBeGreaterThan(before);
});
