import { expect, test } from "vitest";
import { calibrationFinding } from "./calibration-finding.ts";
import { controlledFinding } from "./controlled-finding.ts";
import { disparitiesFinding } from "./disparities-finding.ts";
import { ratesFinding } from "./rates-finding.ts";

const gap = (adjustedPValue: number | null, name = "demographicParityDifference", attributes = ["sex"]) => ({
  name,
  attributes,
  kind: "difference",
  estimate: 0.2,
  adjustedPValue,
  groups: [
    { group: { sex: "f" }, n: 9, estimates: { selectionRate: 0.1 }, part: "lowest" },
    { group: { sex: "x" }, n: 9, estimates: { selectionRate: null }, excluded: "empty" },
    { group: { sex: "m" }, n: 9, estimates: { selectionRate: 0.3 }, part: "highest" },
  ],
});
const rates = (...disparities: ReturnType<typeof gap>[]) =>
  ratesFinding({ disparities, settings: { level: 0.95 }, mapping: {} } as never, "selectionRate", null);

test("a plot is named after its widest gap that chance does not explain", () => {
  expect(rates(gap(0.01))).toBe("Selection rate runs from 10.0\u00a0% (f) to 30.0\u00a0% (m)");
  expect(rates(gap(0.05))).toBe("Selection rate: no gap by a single attribute stands out from chance");
  expect(rates(gap(0.01, "demographicParityDifference", ["sex", "race"]))).toBe("Selection rate by group");
});

test("tests are counted after adjustment", () => {
  const tested = (...ps: (number | null)[]) =>
    disparitiesFinding(
      ps.map((adjustedPValue) => ({ adjustedPValue })),
      0.95,
    );
  expect(tested()).toBe("Disparities");
  expect(tested(0.2)).toBe("Chance may explain this gap");
  expect(tested(0.2, 0.9)).toBe("Chance may explain each of two gaps");
  expect(tested(0.01, null, 0.9)).toBe("Chance does not explain one of two gaps");
});

test("a gap that turns round is said before one that stays", () => {
  const row = (pattern: string, race: string) => ({ pattern, group: { race } }) as never;
  expect(controlledFinding([row("holds", "A"), row("reverses", "B")], "department")).toBe(
    "With department held fixed the gap of B changes its sign",
  );
  expect(controlledFinding([row("vanishes", "A"), row("vanishes", "B")], "department")).toBe(
    "With department held fixed two gaps all but vanish",
  );
  expect(controlledFinding([row("holds", "A")], "department")).toBe(
    "Among those with the same department the gap remains",
  );
});

test("a score that is off is said of the group where it is off most, and only where chance does not explain it", () => {
  const curve = (group: object, observedRate: number, pValue: number, corrected = 0.1) =>
    ({
      group,
      curve: [{ weight: 10, meanScore: 0.5, observedRate }],
      error: { corrected },
      cox: { pValue },
    }) as never;
  expect(calibrationFinding([curve({}, 0.9, 0), curve({ sex: "f" }, 0.6, 0.5)])).toBe("Score against what happened");
  expect(calibrationFinding([curve({ sex: "f" }, 0.6, 0), curve({ sex: "m" }, 0.7, 0, 0.2)])).toBe(
    "Of m the score says too little: the label is positive more often than it says",
  );
  expect(calibrationFinding([curve({ sex: "f" }, 0.4, 0)])).toContain("Of f the score says too much");
  expect(calibrationFinding([curve({ sex: "f" }, 0.5, 0)])).toBe("Of f score and label are furthest apart");
});
