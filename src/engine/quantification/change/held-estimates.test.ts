import { expect, test } from "vitest";
import { EstimateError } from "../estimate/estimate-error.ts";
import { HeldEstimates } from "./held-estimates.ts";

const place = { field: "loss", kind: "quantity" } as const;

test("the same words are the same distribution, other words or another place another one", () => {
  const { read } = new HeldEstimates();
  const first = read({ low: 1, high: 2 }, place);
  expect(first.quantile(0.05)).toBeCloseTo(1, 12);
  expect(read({ low: 1, high: 2 }, { ...place, field: "else" })).toBe(first);
  expect(read({ low: 1, high: 3 }, place)).not.toBe(first);
  expect(read({ low: 1, high: 2 }, { ...place, kind: "probability" })).not.toBe(first);
  expect(read({ low: 1, high: 2 }, { ...place, kind: "probability" }).support[1]).toBe(1);
});

test("what is no estimate is refused each time, in the place where it stands", () => {
  const { read } = new HeldEstimates();
  expect(() => read({ low: 3, high: 2 }, place)).toThrow(EstimateError);
  expect(() => read({ low: 3, high: 2 }, { ...place, field: "fines" })).toThrow("fines");
});

test("64 are held, those last asked for; long samples are not", () => {
  const { read } = new HeldEstimates();
  const [old, used] = [read(1, place), read(2, place)];
  for (let k = 3; k <= 64; k++) read(k, place);
  expect(read(2, place)).toBe(used);
  read(65, place);
  expect(read(2, place)).toBe(used);
  expect(read(1, place)).not.toBe(old);
  const samples = Array.from({ length: 1000 }, (_, k) => k);
  expect(read({ samples }, place)).not.toBe(read({ samples }, place));
});
