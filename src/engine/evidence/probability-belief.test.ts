import { expect, test } from "vitest";
import { atoms } from "../stats/atoms.ts";
import { incompleteBeta } from "../stats/incomplete-beta.ts";
import { probabilityBelief } from "./probability-belief.ts";

test("a beta is taken as it is, and a uniform is the beta of (1, 1)", () => {
  expect(probabilityBelief({ alpha: 2, beta: 8 })).toEqual({ prior: { alpha: 2, beta: 8 }, alpha: 2, beta: 8 });
  const { alpha, beta } = probabilityBelief({ min: 0, max: 1 });
  expect(alpha).toBeCloseTo(1, 7);
  expect(beta).toBeCloseTo(1, 7);
});

test("a PERT keeps its 5 % and 95 % quantiles", () => {
  const belief = probabilityBelief({ min: 0.3, mode: 0.5, max: 0.7 });
  // PERT with its mode in the middle is Beta(3, 3) on its range, whose 5 % quantile is 0.189256.
  expect(incompleteBeta(belief, 0.3 + 0.4 * 0.18925551)).toBeCloseTo(0.05, 6);
  expect(incompleteBeta(belief, 0.7 - 0.4 * 0.18925551)).toBeCloseTo(0.95, 6);
});

test.each([
  [0.3, "what is certain cannot learn"],
  [atoms([0, 1]), "give a 90 % interval within 0 and 1"],
  [{ low: 0.5, high: 3 }, "give a 90 % interval within 0 and 1"],
  [{ alpha: 0.05, beta: 3 }, "give alpha and beta from 0.1 up"],
  [{ min: 0.5, max: 2 }, "give a probability from 0 to 1"],
])("%j is refused", (known, remedy) => {
  expect(() => probabilityBelief(known)).toThrow(remedy);
});
