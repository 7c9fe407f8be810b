import { expect, test } from "vitest";
import { freshVersion } from "./fresh-version.ts";
import { readWeights } from "./read-weights.ts";
import { takePairs } from "./take-pairs.ts";
import { type WeighSheet, withNewDimension } from "./weigh-draft.ts";

const empty: WeighSheet = {
  levels: { likelihood: 5, impact: 5 },
  gate: "",
  dimensions: [],
  scenarios: [],
  version: null,
};
const version = freshVersion({ today: "2026-11-21", by: "mara", versions: [] });
const thirds = ["safety", "privacy", "law"].map((id) => ({ id, weight: 1 / 3 }));

test("without a dimension the items become the dimensions, and their weights sum", () => {
  const { sheet, strange } = takePairs(empty, thirds, version);
  expect(sheet.dimensions.map(({ name }) => name)).toEqual(["safety", "privacy", "law"]);
  expect(strange).toEqual([]);
  const { weights } = readWeights(sheet.version!, sheet.dimensions);
  for (const weight of weights!) expect(weight / 100).toBeCloseTo(1 / 3, 5);
});

test("an item is the dimension of its id or its name; what is left over is named, and what is missing stays to be typed", () => {
  const kept = { ...empty, dimensions: [{ key: 0, id: "harm", name: "Safety", criterion: "", anchors: "" }] };
  const { sheet, strange } = takePairs(withNewDimension(kept, "Trust"), thirds, version);
  expect(strange).toEqual(["privacy", "law"]);
  expect(sheet.version!.weights).toEqual({ 0: "33.3333" });
  expect(readWeights(sheet.version!, sheet.dimensions).mistake).toContain("Trust has no weight");
});

test("a new version has a name that none has", () => {
  const named = (...versions: string[]) => freshVersion({ today: "2026-11-21", by: "", versions }).version;
  expect(named()).toBe("2026-11");
  expect(named("2026-11")).toBe("2026-11-21");
  expect(named("2026-11", "2026-11-21")).toBe("2026-11-21-2");
});
