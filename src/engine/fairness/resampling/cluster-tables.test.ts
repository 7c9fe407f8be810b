import { expect, test } from "vitest";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { metricSource } from "../disparity/metric-source.ts";
import { OUTCOMES, outcomeTable } from "../rate/outcome-table.ts";
import { bootstrapDisparities } from "./bootstrap-disparities.ts";
import { clusterTables } from "./cluster-tables.ts";

const rule = { kind: "decision", favourable: "1" } as const;

test("clusters add up to the table", () => {
  const cube = decisionsCube({ weights: "given", controls: ["dept"] });
  const table = outcomeTable(cube, ["sex", "race"], rule);
  const clusters = clusterTables(cube, ["sex", "race"], "dept", rule);
  expect(clusters).toHaveLength(3);
  for (let cell = 0; cell < table.groups.length * OUTCOMES; cell++)
    expect(clusters.reduce((sum, cluster) => sum + cluster[cell]!, 0)).toBeCloseTo(table.weight[cell]!, 9);
});

test("ten decisions about each person are worth a tenth of as many people", () => {
  const rows = Array.from({ length: 600 }, (_, k) => {
    const person = Math.floor(k / 10);
    const sex = person % 2 === 0 ? "f" : "m";
    const isSelected = (person * 7) % 10 < (sex === "f" ? 3 : 6);
    return { values: { sex, dept: `p${person}` }, decision: isSelected ? "1" : "0" };
  });
  const cube = cubeOf({ ...classes, attributes: ["sex"], scores: "none" }, rows);
  const source = metricSource(cube, ["sex"], { rule });
  const name = "demographicParityDifference";
  const about = { comparison: "between-groups", level: 0.95, replicates: 2000, seed: 1 } as const;
  const width = (clusters?: readonly Float64Array[]) => {
    const figure = bootstrapDisparities(source, [name], { ...about, ...(clusters && { clusters }) }).get(name)!;
    if (figure.estimate === null || figure.low === null || figure.high === null) throw new Error("undefined");
    return { width: figure.high - figure.low, method: figure.method };
  };
  const persons = width(clusterTables(cube, ["sex"], "dept", rule));
  expect(persons.method).toBe("cluster-bootstrap-bca");
  expect(persons.width / width().width).toBeGreaterThan(2.5);
  expect(persons.width / width().width).toBeLessThan(3.8);
});
