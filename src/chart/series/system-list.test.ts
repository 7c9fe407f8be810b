import { describe, expect, test } from "vitest";
import { heatMapAnswer } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import { sortSystems, systemsFinding } from "./system-list.ts";

const map = heatMapAnswer();
const names = (by: Parameters<typeof sortSystems>[1]) => sortSystems(map, by).map(({ id }) => id);

describe("sortSystems", () => {
  test("worst status first, then the worst score, then the money", () => {
    expect(names({ by: "status", order: "descending" }).slice(0, 4)).toEqual([
      "credit-scoring",
      "hiring-ranker",
      "customer-chatbot",
      "health-assistant",
    ]);
  });

  test("what is unknown stands last in either direction", () => {
    const without = {
      ...map,
      systems: map.systems.map((system, i) => (i === 4 ? { ...system, expectedAnnualLoss: null } : system)),
    };
    for (const order of ["ascending", "descending"] as const)
      expect(sortSystems(without, { by: "loss", order }).at(-1)?.id).toBe(map.systems[4]!.id);
  });

  test("counts every risk once", () => {
    const rows = sortSystems(map, { by: "name", order: "ascending" });
    expect(rows.reduce((sum, { risks }) => sum + risks, 0)).toBe(map.total);
    expect(rows.reduce((sum, { unrated }) => sum + unrated, 0)).toBe(map.unrated.length);
  });
});

test("says how many systems are over, and never that all is well", () => {
  const rows = sortSystems(map, { by: "name", order: "ascending" });
  expect(systemsFinding(rows)).toBe("Five of 12 systems have a risk over the line");
  expect(systemsFinding(rows.filter(({ overLimit }) => overLimit === 0).slice(0, 3))).toBe(
    "None of 3 systems has a risk over the line",
  );
  expect(systemsFinding(rows.slice(0, 1).map((row) => ({ ...row, overLimit: 0, worst: null })))).toBe(
    "None of 1 system has a rated risk",
  );
  expect(systemsFinding([])).toBe("No system is written down yet");
});
