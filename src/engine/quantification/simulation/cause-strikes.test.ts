import { expect, test } from "vitest";
import { expectAverage } from "../../../../test/harness/draw-law.ts";
import type { Estimate } from "../estimate/estimate.ts";
import { BlockStreams } from "./block-streams.ts";
import { causeStrikes } from "./cause-strikes.ts";
import { BLOCK_YEARS } from "./event-years.ts";
import { scenarioDraws } from "./scenario-draws.ts";

function strikes(id: string, rate: Estimate, block: number): Uint16Array {
  const commonCauses = [{ cause: "vendor", strikes: rate, probability: 0.5 }];
  const scenario = { id, system: "s", frequency: 1, loss: { primary: 1 }, controls: [], commonCauses };
  const streams = new BlockStreams();
  streams.begin(block);
  return causeStrikes(scenarioDraws(scenario, 1).causes[0]!, streams);
}

test.each([2.5, { min: 1, max: 4 }])(
  "strikes of rate %j are the same for every scenario, others in every block",
  (rate) => {
    expect(strikes("a", rate, 0)).toEqual(strikes("b", rate, 0));
    expect(strikes("a", rate, 0)).not.toEqual(strikes("a", rate, 1));
  },
);

test("their number is Poisson of the rate, in years that are even over the block", () => {
  const blocks = Array.from({ length: 40 }, (_, block) => strikes("a", { min: 1, max: 4 }, block));
  expectAverage(
    blocks.map((years) => years.length / BLOCK_YEARS),
    2.5,
  );
  expectAverage(
    blocks.map((years) => years.filter((year) => year < BLOCK_YEARS / 4).length / BLOCK_YEARS),
    2.5 / 4,
  );
  // The variance of a year's number: the mean, and the variance of the rate.
  expectAverage(
    blocks.map((years) => {
      const numbers = new Float64Array(BLOCK_YEARS);
      for (const year of years) numbers[year]!++;
      return numbers.reduce((sum, number) => sum + (number - 2.5) ** 2, 0) / BLOCK_YEARS;
    }),
    2.5 + 9 / 12,
  );
});

test("a cause that never strikes has no strikes", () => {
  expect(strikes("a", 0, 0)).toHaveLength(0);
});
