import { expect, test } from "vitest";
import { exactLimitReadings } from "../quantification/exact/exact-limit-readings.ts";
import { limitStanding } from "./limit-standing.ts";

const line = { exceeds: 1e6, appetite: 0.05, tolerance: 0.1 };

test("what is not quantified is unknown, never a loss of 0", () => {
  expect(limitStanding(line, null)).toEqual({
    probability: null,
    status: "unknown",
    lossAtTolerance: null,
    over: null,
  });
});

test("nothing tolerated leaves no loss to compare", () => {
  const none = { exceeds: 1e6, appetite: 0, tolerance: 0 };
  expect(limitStanding(none, { probability: 0, lossAtTolerance: null })).toMatchObject({
    status: "breach",
    over: null,
  });
});

test("along a curve of limits, what is over is what is breached", () => {
  const scenarios = [
    { id: "a", system: "s", frequency: 2, loss: { primary: { low: 1e4, high: 3e6 } }, controls: [] },
  ] as const;
  const lines = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01].flatMap((tolerance) =>
    [1e4, 1e5, 1e6, 3e6, 1e7, 3e7].map((exceeds) => ({ exceeds, appetite: tolerance / 2, tolerance })),
  );
  const standings = exactLimitReadings(scenarios, lines).map((reading, k) => limitStanding(lines[k]!, reading));
  expect(new Set(standings.map(({ status }) => status))).toEqual(new Set(["ok", "warning", "breach"]));
  for (const { status, over } of standings) expect(over! > 0).toBe(status === "breach");
});
