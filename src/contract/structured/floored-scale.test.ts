import { expect, test } from "vitest";
import { defaultScale } from "../../engine/scoring/default-scale.ts";
import { deriveBands } from "../../engine/scoring/derive-bands.ts";
import type { FileScale } from "../scale.ts";
import { checkScale } from "./check-scale.ts";
import { flooredScale } from "./floored-scale.ts";

const { likelihood, impact, bandNames, bands } = defaultScale;
const written = (over: Partial<FileScale> = {}): FileScale => ({
  likelihood: [...likelihood],
  impact: [...impact],
  bandNames: [...bandNames],
  bands: bands.map((row) => [...row]),
  ...over,
});

test("a default scale that is written in full is checked as one that is not: its floor stays a departure", () => {
  const severityFloor = { impact: 4, band: "medium" };
  const [short, full] = [flooredScale(undefined), flooredScale(written({ severityFloor }))];
  expect(full).toEqual({ ...short, floor: severityFloor });
  const report = checkScale(full);
  expect(report.findings).toEqual([]);
  expect(report.departures).toEqual(checkScale(short).departures);
});

test("without a floor nothing is a departure", () => {
  const { plainBands, floor } = flooredScale(written());
  expect([plainBands, floor]).toEqual([bands, undefined]);
  expect(checkScale(flooredScale(written())).findings.map(({ code }) => code)).toEqual([
    "consistent-colouring",
    "consistent-colouring",
  ]);
});

test("only cells that are exactly as high as the floor, and higher than their numbers, are taken to be raised by it", () => {
  const raised = bands.map((row) => [...row]);
  raised[0]![4] = "high";
  const { plainBands } = flooredScale(written({ bands: raised, severityFloor: { impact: 4, band: "medium" } }));
  const numbers = deriveBands(likelihood, impact, bandNames);
  expect(plainBands[0]).toEqual([...numbers[0]!.slice(0, 4), "high"]);
  expect(plainBands.slice(1)).toEqual(bands.slice(1));
});

test("a cell that the floor put between two bands parts them: only what is in the grid as it stands is found", () => {
  const raised = bands.map((row) => [...row]);
  raised[0]![4] = "critical";
  const report = checkScale(flooredScale(written({ bands: raised, severityFloor: { impact: 4, band: "medium" } })));
  expect(report.axioms).toEqual({ weakConsistency: "broken", betweenness: "holds", consistentColouring: "broken" });
  expect(report.breaches.every(({ axiom }) => axiom !== "betweenness")).toBe(true);
});
