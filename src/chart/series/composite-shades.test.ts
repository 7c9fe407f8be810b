import { expect, test } from "vitest";
import { compositeShades } from "./composite-shades.ts";

const weights = (...list: number[]) => list.map((weight, k) => ({ dimension: `d${k}`, weight }));

test("the heaviest is darkest, and what has no weight is in no bar", () => {
  expect(compositeShades(weights(0.2, 0, 0.8))).toEqual([
    { dimension: "d2", step: 5 },
    { dimension: "d0", step: 4 },
  ]);
});

test("five have a shade each; of more the four heaviest have, and the others share one", () => {
  const stepsOf = (count: number) => compositeShades(weights(...Array(count).fill(1 / count))).map(({ step }) => step);
  expect(stepsOf(5)).toEqual([5, 4, 3, 2, 1]);
  expect(stepsOf(7)).toEqual([5, 4, 3, 2, "others", "others", "others"]);
});
