import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { isAnyControlled, type SimulationPart, simulationParts } from "./simulation-part.ts";

function scenario(system: string, id: string, controls: Scenario["controls"] = []): Scenario {
  return { id, system, frequency: 1, loss: { primary: 1 }, controls };
}

const outline = ({ system, scenarios, extent }: SimulationPart) =>
  `${system} ${extent}: ${scenarios.map(({ id }) => id).join(" ")}`;

test("scenarios come by system and id, as evenly as can be in parts of at most five, each part with its place in its system", () => {
  const scenarios = [..."dbacefgihj"].map((id) => scenario(id < "c" ? "two" : "big", id));
  expect(simulationParts(scenarios).map(outline)).toEqual([
    "big beginning: c d e f",
    "big end: g h i j",
    "two whole: a b",
  ]);
});

test.each([
  [1, ["whole"], [1]],
  [5, ["whole"], [5]],
  [6, ["beginning", "end"], [3, 3]],
  [9, ["beginning", "end"], [5, 4]],
  [10, ["beginning", "end"], [5, 5]],
  [11, ["beginning", "middle", "end"], [4, 3, 4]],
])("a system of %s scenarios is cut into %s of %s", (count, extents, sizes) => {
  const parts = simulationParts(Array.from({ length: count }, (_, i) => scenario("s", `r${i}`)));
  expect(parts.map(({ extent }) => extent)).toEqual(extents);
  expect(parts.map(({ scenarios }) => scenarios.length)).toEqual(sizes);
  expect(new Set(parts.flatMap(({ scenarios }) => scenarios)).size).toBe(count);
});

test("the cut does not depend on the order in which scenarios are given, which is left as it was", () => {
  const scenarios = Array.from({ length: 30 }, (_, i) => scenario(`s${i % 4}`, `r${i}`));
  const before = [...scenarios];
  const parts = simulationParts(scenarios);
  for (const order of [[...scenarios].reverse(), [...scenarios.slice(17), ...scenarios.slice(0, 17)]]) {
    expect(simulationParts(order)).toEqual(parts);
  }
  expect(scenarios).toEqual(before);
});

test("ids are ordered by code units, as no language of the reader's changes", () => {
  const ids = ["ä", "a", "B", "b", "10", "9", "z"];
  expect(simulationParts(ids.map((id) => scenario("s", id))).map(outline)).toEqual([
    "s beginning: 10 9 B a",
    "s end: b z ä",
  ]);
});

test("an id given twice is refused, in two systems too", () => {
  expect(() => simulationParts([scenario("s", "a"), scenario("t", "a")])).toThrow(
    new RangeError("scenario a given twice; give each its own id"),
  );
});

test("scenarios are controlled as soon as one of them has a control, even one without effect", () => {
  const controlled = scenario("s", "b", [{ control: "c1", acts: "loss", effectiveness: 0 }]);
  expect(isAnyControlled([])).toBe(false);
  expect(isAnyControlled([scenario("s", "a")])).toBe(false);
  expect(isAnyControlled([scenario("s", "a"), controlled])).toBe(true);
});
