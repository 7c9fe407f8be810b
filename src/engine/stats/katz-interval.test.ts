import { expect, test } from "vitest";
import { katzInterval } from "./katz-interval.ts";

test("known interval", () => {
  const interval = katzInterval({ successes: 30, n: 90 }, { successes: 48, n: 80 });
  expect(interval.map((end) => end.toFixed(6))).toEqual(["0.394399", "0.782562"]);
});

test("without a success on one side it says nothing", () => {
  expect(katzInterval({ successes: 0, n: 9 }, { successes: 4, n: 9 })).toEqual([0, Infinity]);
  expect(katzInterval({ successes: 4, n: 9 }, { successes: 0, n: 9 })).toEqual([0, Infinity]);
});
