import { expect, test } from "vitest";
import type { ControlEffect, Scenario } from "../scenario.ts";
import { BlockStreams } from "./block-streams.ts";
import { ControlShares } from "./control-shares.ts";
import { scenarioDraws } from "./scenario-draws.ts";
import { CONTROL_PLACES } from "./stream-place.ts";

type Effect = Omit<ControlEffect, "acts" | "control">;

function shares(effects: Record<string, Effect>, source = 0): Float64Array {
  const scenario: Scenario = {
    id: "a",
    system: "s",
    frequency: 1,
    loss: { primary: 1 },
    controls: Object.entries(effects).map(([control, effect]) => ({ control, acts: "loss", ...effect })),
    commonCauses: [{ cause: "vendor", strikes: 1, probability: 1 }],
  };
  const streams = new BlockStreams();
  streams.begin(0);
  const left = new Float64Array(500);
  new ControlShares(scenarioDraws(scenario, 1).controls.loss, streams, source, CONTROL_PLACES.loss).fill(left, 500);
  return left;
}

const SOME: Effect = { effectiveness: { min: 0.1, max: 0.9 }, coverage: { min: 0.5, max: 1 } };

test("one control leaves 1 − effectiveness × coverage × reliability, several the product", () => {
  expect(shares({ a: { effectiveness: 0.8, coverage: 0.5, reliability: 0.5 } })[0]).toBeCloseTo(0.8, 15);
  expect(shares({ a: { effectiveness: 0.5 }, b: { effectiveness: 0.5 } })[0]).toBe(0.25);
  expect(shares({})[0]).toBe(1);
});

test("of one mechanism the strongest of each year counts", () => {
  const [a, b] = [shares({ a: SOME }), shares({ b: SOME })];
  const both = shares({ a: { ...SOME, mechanism: "m" }, b: { ...SOME, mechanism: "m" } });
  expect(both).toEqual(a.map((left, year) => Math.min(left, b[year]!)));
  expect(shares({ a: SOME, b: SOME })).toEqual(a.map((left, year) => left * b[year]!));
});

test("a control is drawn alike in any company, and anew beside the events of a common cause", () => {
  const alone = shares({ b: SOME });
  const company = shares({ a: { effectiveness: 0 }, b: SOME, c: { effectiveness: 0 } });
  expect(company).toEqual(alone);
  expect(shares({ b: SOME }, 1)).not.toEqual(alone);
});
