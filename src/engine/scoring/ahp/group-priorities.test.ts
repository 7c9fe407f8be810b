import { expect, test } from "vitest";
import { groupPriorities } from "./group-priorities.ts";

test("a person who counts twice is like two who think alike", () => {
  const weights = [
    [0.7, 0.3],
    [0.2, 0.8],
  ];
  for (const mean of ["geometric", "arithmetic"] as const) {
    const twice = groupPriorities(weights, mean, [2, 1]);
    expect(groupPriorities([weights[0]!, ...weights], mean)).toEqual(twice.map((weight) => expect.closeTo(weight, 12)));
    expect(twice.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
  }
});
