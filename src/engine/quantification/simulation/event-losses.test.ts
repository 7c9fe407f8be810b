import { expect, test } from "vitest";
import type { ControlEffect, Scenario } from "../scenario.ts";
import { BlockStreams } from "./block-streams.ts";
import { addLosses, EventLosses, OWN_INDEX } from "./event-losses.ts";
import { BLOCK_YEARS } from "./event-years.ts";
import { scenarioDraws } from "./scenario-draws.ts";

const COUNT = 1000;

function notDrawn(change: Partial<Scenario>): EventLosses {
  const scenario: Scenario = { id: "a", system: "s", frequency: 1, loss: { primary: 10 }, controls: [], ...change };
  const draws = scenarioDraws(scenario, 1);
  const streams = new BlockStreams();
  streams.begin(0);
  const losses = new EventLosses();
  losses.begin(draws, streams, draws.key, 0);
  losses.drawUnknown(BLOCK_YEARS);
  return losses;
}
function begun(change: Partial<Scenario>): EventLosses {
  const losses = notDrawn(change);
  losses.drawInherent(OWN_INDEX, COUNT);
  return losses;
}
const control = (acts: ControlEffect["acts"], effectiveness: number): ControlEffect => ({
  control: acts,
  acts,
  effectiveness,
});
const withSecondary = (probability: number): Scenario["loss"] => ({
  primary: { forms: { fines: 3, response: 7 } },
  secondary: { probability, loss: { forms: { reputation: 20, replacement: 80 } } },
});

test("a loss is the sum of its forms, with its secondary loss where that happens", () => {
  const inherent = begun({ loss: withSecondary(0.25) }).inherent.subarray(0, COUNT);
  expect(new Set(inherent)).toEqual(new Set([10, 110]));
  const share = inherent.filter((loss) => loss === 110).length / COUNT;
  expect(Math.abs(share - 0.25)).toBeLessThan(4 * Math.sqrt(0.1875 / COUNT));
});

test.each<Scenario["loss"]>([
  { primary: { mu: 3, sigma: 1.2 } },
  { primary: { mu: 3, sigma: 1.2, cap: 50 } },
  { primary: { forms: { fines: { low: 3, high: 7 }, response: { min: 1, max: 2 } } } },
  { primary: { low: 3, high: 7 }, secondary: { probability: 0.3, loss: { low: 1, high: 9 } } },
])("losses that are only added up are those that are drawn: %j", (loss) => {
  const years = Uint16Array.from({ length: COUNT }, (_, i) => (i * 5) % 32);
  const drawn = new Float64Array(32).fill(3);
  addLosses(drawn, years, begun({ loss }).inherent, COUNT);
  const added = new Float64Array(32).fill(3);
  notDrawn({ loss }).addInherent(added, years, OWN_INDEX, COUNT);
  expect(added).toEqual(drawn);
});

test("without controls everything happens and costs what it costs", () => {
  const losses = begun({ loss: withSecondary(0.25) });
  expect(losses.applyControls(OWN_INDEX, COUNT)).toBe(COUNT);
  expect(losses.residual).toEqual(losses.inherent);
});

test("controls thin the events, take a share of the loss, and thin the secondary losses", () => {
  const thinned = begun({ controls: [control("frequency", 0.4)] });
  const happening = thinned.applyControls(OWN_INDEX, COUNT);
  expect(Math.abs(happening / COUNT - 0.6)).toBeLessThan(4 * Math.sqrt(0.24 / COUNT));
  expect(new Set(thinned.happening.subarray(0, happening)).size).toBe(happening);
  expect(new Set(thinned.residual.subarray(0, happening))).toEqual(new Set([10]));

  const shared = begun({ controls: [control("loss", 0.4)] });
  expect(shared.applyControls(OWN_INDEX, COUNT)).toBe(COUNT);
  expect(new Set(shared.residual.subarray(0, COUNT))).toEqual(new Set([6]));

  const followed = begun({ loss: withSecondary(0.8), controls: [control("secondary", 0.5)] });
  followed.applyControls(OWN_INDEX, COUNT);
  const remaining = [...followed.residual.subarray(0, COUNT)].filter((loss) => loss === 110).length / COUNT;
  expect(Math.abs(remaining - 0.4)).toBeLessThan(4 * Math.sqrt(0.24 / COUNT));
  expect(followed.residual.every((loss, i) => i >= COUNT || loss <= followed.inherent[i]!)).toBe(true);
});

test("what was controlled before leaves no trace on a scenario without controls", () => {
  const plain: Scenario = { id: "p", system: "s", frequency: 1, loss: { primary: 10 }, controls: [] };
  const losses = begun({ controls: [control("loss", 0.4), control("frequency", 1)] });
  expect(losses.applyControls(OWN_INDEX, COUNT)).toBe(0);
  const streams = new BlockStreams();
  streams.begin(0);
  const draws = scenarioDraws(plain, 1);
  losses.begin(draws, streams, draws.key, 0);
  losses.drawUnknown(BLOCK_YEARS);
  losses.drawInherent(OWN_INDEX, COUNT);
  expect(losses.applyControls(OWN_INDEX, COUNT)).toBe(COUNT);
  expect(new Set(losses.residual.subarray(0, COUNT))).toEqual(new Set([10]));
});

test("losses of events that were not begun are a mistake of the caller", () => {
  expect(() => new EventLosses().drawInherent(OWN_INDEX, 1)).toThrow("losses of events that were not begun");
});
