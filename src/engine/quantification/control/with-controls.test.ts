import { expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { withControls } from "./with-controls.ts";

const scenario: Scenario = {
  id: "a",
  system: "s",
  frequency: 2,
  loss: { primary: 5 },
  controls: [
    { control: "k", acts: "loss", effectiveness: 0.5 },
    { control: "l", acts: "loss", effectiveness: 0.4 },
    { control: "k", acts: "frequency", effectiveness: 0.1 },
  ],
};

test("effects of controls that are on stay, all of them where all are", () => {
  expect(withControls([scenario], new Set(["k", "other"]))[0]!.controls.map(({ acts }) => acts)).toEqual([
    "loss",
    "frequency",
  ]);
  expect(withControls([scenario], new Set(["k", "l"]))[0]).toBe(scenario);
});
