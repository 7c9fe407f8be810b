import { describe, expect, test } from "vitest";
import { defaultScale } from "../../engine/scoring/default-scale.ts";
import { resolveScale } from "./resolve-scale.ts";

const three = [
  { name: "seldom", from: 0 },
  { name: "at times", from: 0.5 },
  { name: "often", from: 5 },
];

describe("resolveScale", () => {
  test("is the default where the file states nothing", () => {
    expect(resolveScale(undefined)).toEqual(defaultScale);
    expect(resolveScale({})).toEqual(defaultScale);
    expect(resolveScale({ score: "sum" })).toEqual({ ...defaultScale, score: "sum" });
  });

  test("fits bands to other levels, with the severity floor", () => {
    const scale = resolveScale({ likelihood: three });
    expect(scale.likelihood.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.5],
      [0.5, 5],
      [5, 50],
    ]);
    expect(scale.bands).toEqual([
      ["low", "low", "low", "medium", "medium"],
      ["low", "medium", "medium", "high", "high"],
      ["low", "high", "high", "critical", "critical"],
    ]);
  });

  test("a grid that is written holds as written; a floor that is written is applied to it", () => {
    const bands = three.map(() => ["low", "low", "low", "low", "critical"]);
    expect(resolveScale({ likelihood: three, bands }).bands).toEqual(bands);
    expect(resolveScale({ likelihood: three, bands, severityFloor: { impact: 4, band: "high" } }).bands).toEqual(
      three.map(() => ["low", "low", "low", "high", "critical"]),
    );
  });

  test("own band names cut the same losses into another number of bands", () => {
    const { bands } = resolveScale({
      bandNames: ["green", "amber", "red"],
      severityFloor: { impact: 5, band: "green" },
    });
    expect(bands).toEqual([
      ["green", "green", "green", "green", "green"],
      ["green", "green", "green", "amber", "amber"],
      ["green", "green", "amber", "amber", "red"],
      ["green", "amber", "amber", "red", "red"],
      ["green", "amber", "red", "red", "red"],
    ]);
  });
});
