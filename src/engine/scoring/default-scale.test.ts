import { describe, expect, test } from "vitest";
import { defaultScale } from "./default-scale.ts";
import { deriveBands } from "./derive-bands.ts";

const { likelihood, impact, bands, bandNames } = defaultScale;
/** The grid before the severity floor: what the numbers alone say. */
const unfloored = deriveBands(likelihood, impact, bandNames);

describe("the default grid", () => {
  test("is the one in the documents", () => {
    expect(bands).toEqual([
      ["low", "low", "low", "medium", "medium"],
      ["low", "low", "medium", "medium", "high"],
      ["low", "medium", "medium", "high", "high"],
      ["low", "medium", "high", "high", "critical"],
      ["low", "high", "high", "critical", "critical"],
    ]);
  });

  test("departs from its numbers in two named cells only: rare × major and rare × severe", () => {
    const departures = bands.flatMap((row, i) =>
      row.flatMap((band, j) => (band === unfloored[i]![j] ? [] : [`${likelihood[i]!.name} × ${impact[j]!.name}`])),
    );
    expect(departures).toEqual(["rare × major", "rare × severe"]);
  });

  test("weak consistency: every critical loss a year is at least every low one, corner by corner", () => {
    const corners = (wanted: string, of: "from" | "to") =>
      unfloored.flatMap((row, i) =>
        row.flatMap((band, j) => (band === wanted ? [likelihood[i]![of] * impact[j]![of]] : [])),
      );
    expect(Math.min(...corners("critical", "from"))).toBe(900_000);
    expect(Math.max(...corners("low", "to"))).toBe(300_000);
  });

  test("betweenness: no critical cell adjoins a low one on the left, below or diagonally below", () => {
    const low: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      for (let j = 0; j < 5; j += 1) {
        if (unfloored[i]![j] !== "critical") continue;
        low.push(
          ...[unfloored[i - 1]?.[j], unfloored[i]![j - 1], unfloored[i - 1]?.[j - 1]].filter((band) => band === "low"),
        );
      }
    }
    expect(unfloored.flat().filter((band) => band === "critical")).toHaveLength(3);
    expect(low).toEqual([]);
  });
});
