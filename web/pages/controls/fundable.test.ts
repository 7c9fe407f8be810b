import { expect, test } from "vitest";
import type { ScenarioModel } from "../../../src/contract/scenario-model.ts";
import { fundable } from "./fundable.ts";

const control = (id: string, status: ScenarioModel["controls"][number]["status"], annualCost: number | null) => ({
  id,
  name: id.toUpperCase(),
  status,
  annualCost,
  due: null,
  oneTimeCost: null,
  owner: null,
  ownerName: null,
});
const model = {
  controls: [
    control("review", "working", 40),
    control("habit", "working", null),
    control("tests", "planned", 90),
    control("drill", "failing", 10),
    control("idea", "planned", null),
    control("old", "retired", 5),
  ],
  working: ["review", "habit"],
} as unknown as ScenarioModel;

test("on top of what works the others with a cost are offered, the retired never", () => {
  const { candidates, alwaysOn, uncosted } = fundable(model, "what-works");
  expect(candidates).toEqual([
    { id: "tests", annualCost: 90 },
    { id: "drill", annualCost: 10 },
  ]);
  expect([...alwaysOn]).toEqual(["review", "habit"]);
  expect(uncosted).toEqual(["IDEA"]);
});

test("from nothing every costed one is offered, and what works without a written cost stays on", () => {
  const { candidates, alwaysOn } = fundable(model, "nothing");
  expect(candidates.map(({ id }) => id)).toEqual(["review", "tests", "drill"]);
  expect([...alwaysOn]).toEqual(["habit"]);
});
