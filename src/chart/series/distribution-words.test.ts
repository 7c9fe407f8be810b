import { expect, test } from "vitest";
import { atoms } from "../../engine/stats/atoms.ts";
import { capped } from "../../engine/stats/capped.ts";
import { lognormal } from "../../engine/stats/lognormal.ts";
import { scaledBeta } from "../../engine/stats/scaled-beta.ts";
import { sampleDistribution } from "./distribution-sample.ts";
import { distributionRange, distributionWords } from "./distribution-words.ts";

const money = { of: "money", currency: "EUR" } as const;
const wide = lognormal({ mu: Math.log(200_000), sigma: 1.4 });

test("an interval says where 1 in 20, half and 1 in 20 above lie, and the mean", () => {
  expect(distributionWords(sampleDistribution(wide), money)).toBe(
    "1 in 20 below €20k, half below €200k, 1 in 20 above €2m; €533k on average",
  );
  expect(distributionRange(sampleDistribution(wide), money)).toBe("€20k to €2m");
});

test("a probability is said in percent, a certain value as what it is", () => {
  const share = sampleDistribution(scaledBeta({ alpha: 2, beta: 8, min: 0, max: 1 }));
  expect(distributionWords(share, { of: "probability" })).toMatch(/^1 in 20 below 4\.1.%, half below 18.%/);
  expect(distributionWords(sampleDistribution(atoms([2])), { of: "events" })).toBe("exactly 2, taken as certain");
  expect(distributionRange(sampleDistribution(atoms([2])), { of: "events" })).toBe("2");
});

test("what a cap gathers is said", () => {
  expect(distributionWords(sampleDistribution(capped(wide, 500_000)), money)).toMatch(
    /1 in 20 above €500k; .* on average; 26.% at exactly €500k$/,
  );
});
