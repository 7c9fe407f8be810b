import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import peers from "../../../../test/oracle/fairness/peers.json" with { type: "json" };
import { conditionalDemographicDisparity } from "./conditional-demographic-disparity.ts";

const rule = { kind: "decision", favourable: "1" } as const;

test("plain: the mean over groups by their rows is what AIF360 calls conditional", () => {
  const cube = decisionsCube();
  for (const attribute of ["sex", "race"] as const) {
    const groups = conditionalDemographicDisparity(cube, [attribute], [], rule);
    const d = cube.dimensions.findIndex(({ name }) => name === attribute);
    const rows = (value: string) =>
      cube.n.reduce((sum, n, cell) => sum + (cube.dimensions[d]!.values[cube.codes[d]![cell]!] === value ? n : 0), 0);
    const mean = groups.reduce((sum, { group, plain }) => sum + (plain! * rows(group[attribute]!)) / 900, 0);
    expect(Math.abs(mean - peers.aif360.conditionalDemographicDisparity[attribute])).toBeLessThan(1e-12);
  }
});

test("over groups the shares add up to one on both sides, so that disparities add up to nothing", () => {
  const cube = decisionsCube({ controls: ["dept"] });
  const groups = conditionalDemographicDisparity(cube, ["race"], ["dept"], rule);
  expect(groups.reduce((sum, { plain }) => sum + plain!, 0)).toBeCloseTo(0, 12);
  expect(groups.reduce((sum, { conditional }) => sum + conditional!, 0)).toBeCloseTo(0, 12);
});

test("conditioning on nothing changes nothing; where nobody is selected there is none", () => {
  const cube = decisionsCube();
  for (const { plain, conditional } of conditionalDemographicDisparity(cube, ["sex"], [], rule)) {
    expect(conditional).toBe(plain);
  }
  const nobody = conditionalDemographicDisparity(cube, ["sex"], [], { kind: "decision", favourable: "never" });
  expect(nobody.map(({ plain }) => plain)).toEqual([null, null]);
});
