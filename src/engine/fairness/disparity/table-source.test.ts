import { expect, test } from "vitest";
import { tableOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { METRIC_NAMES, metricSource } from "./metric-source.ts";
import { tableSource } from "./table-source.ts";

test("of a counted table the same figures as of the cube, where outcomes can tell them", () => {
  const source = metricSource(decisionsCube(), ["race"], { rule: { kind: "decision", favourable: "1" } });
  const counted = tableSource(source.table);
  let told = 0;
  for (const name of METRIC_NAMES) {
    const measured = counted.measure(name, 1.96);
    if (measured[0]!.estimate === null && measured[0]!.reason === "not-in-the-counts") continue;
    expect(measured, name).toEqual(source.measure(name, 1.96));
    told++;
  }
  expect(told).toBe(18);
});

test("what needs scores says so", () => {
  const source = tableSource(tableOf({ a: [1, 2, 3, 4] }));
  expect(source.measure("auc", 1.96)).toEqual(new Array(2).fill({ estimate: null, reason: "not-in-the-counts" }));
  expect(source.histograms().histograms).toEqual([]);
});
