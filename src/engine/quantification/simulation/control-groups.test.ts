import { expect, test } from "vitest";
import { streamKey } from "../../stats/stream-key.ts";
import type { ControlEffect, Scenario } from "../scenario.ts";
import { type ControlGroup, controlGroups } from "./control-groups.ts";
import { drawEstimate } from "./draw-estimate.ts";

function groups(controls: ControlEffect[], acts: ControlEffect["acts"] = "loss", sources = ["r"]): ControlGroup[] {
  const scenario: Scenario = { id: "r", system: "s", frequency: 1, loss: { primary: 1 }, controls };
  return controlGroups(scenario, acts, {
    seed: 1,
    sources,
    read: (field, kind, estimate) => drawEstimate(estimate, { field, kind }),
  });
}

const outline = (of: readonly ControlGroup[]) =>
  of.map((group) => group.map(({ factors }) => factors.map((factor) => factor?.certain ?? null)));

test("controls are gathered by node and mechanism, in an order of their own", () => {
  const controls: ControlEffect[] = [
    { control: "y", acts: "loss", effectiveness: 0.2, coverage: 0.9, mechanism: "review" },
    { control: "z", acts: "frequency", effectiveness: 0.1 },
    { control: "b", acts: "loss", effectiveness: 0.3, reliability: 0.8 },
    { control: "x", acts: "loss", effectiveness: 0.4, mechanism: "review" },
    { control: "y", acts: "secondary", effectiveness: 0.5 },
  ];
  expect(outline(groups(controls))).toEqual([
    [[0.3, null, 0.8]],
    [
      [0.2, 0.9, null],
      [0.4, null, null],
    ],
  ]);
  expect(outline(groups(controls, "frequency"))).toEqual([[[0.1, null, null]]]);
  expect(outline(groups(controls, "secondary"))).toEqual([[[0.5, null, null]]]);
  expect(groups([...controls].reverse()).map((group) => group.length)).toEqual([1, 2]);
});

test("keys are of the source and the control, whatever the others", () => {
  const control: ControlEffect = { control: "c", acts: "loss", effectiveness: 0.5 };
  const [[alone]] = groups([control], "loss", ["r", "r cause"]) as [[ControlGroup[number]]];
  expect(alone.keys).toEqual(["r", "r cause"].map((source) => streamKey(1, `${source}\u0000control\u0000c`)));
  const [, [beside]] = groups([{ ...control, control: "a" }, control]) as [ControlGroup, [ControlGroup[number]]];
  expect(beside.keys[0]).toEqual(alone.keys[0]);
});

test("a control acts on a node once", () => {
  const twice: ControlEffect[] = [0.1, 0.2].map((effectiveness) => ({ control: "c", acts: "loss", effectiveness }));
  expect(() => groups(twice)).toThrow(new RangeError("r: control c acts on loss twice; give it once, or two ids"));
  expect(groups(twice, "frequency")).toEqual([]);
});
