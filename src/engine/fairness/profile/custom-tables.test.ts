import { expect, test } from "vitest";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { auditCube } from "../audit.ts";
import { type CustomTable, customTables } from "./custom-tables.ts";

const cube = decisionsCube();
const settings = { rule: { kind: "decision", favourable: "1" }, level: 0.95, seed: 1, draws: 99 } as const;
const audit = auditCube(cube, { ...settings, attributes: ["race"], disparities: ["accuracyRatio"] });

test("rates and disparities as an audit gives them, in the order that was asked", () => {
  const tables: CustomTable[] = [
    { show: "rates", title: "Errors", metrics: ["errorRate", "auc", "f1"], attributes: ["race"] },
    { show: "disparity", disparities: ["accuracyRatio"], attributes: ["race"] },
  ];
  const [rates, disparity] = customTables(cube, tables, settings);
  if (rates!.show !== "rates" || disparity!.show !== "disparity") throw new Error("other tables");
  expect(rates!.title).toBe("Errors");
  expect(rates!.rows.map(({ metrics }) => Object.keys(metrics))[0]).toEqual(["errorRate", "auc", "f1"]);
  for (const [g, { n, metrics }] of rates!.rows.entries()) {
    expect(n).toBe(audit.groups[g]!.n);
    expect(metrics.f1).toEqual(audit.groups[g]!.metrics.f1);
  }
  const { adjustedPValue: _, ...plain } = audit.disparities[0]!;
  expect(disparity!.disparities[0]).toEqual(plain);
});

test("impact ratios against the highest rate, or a reference that is named", () => {
  const ask = (table: Omit<Extract<CustomTable, { show: "impact-ratio" }>, "show" | "attributes">) => {
    const [filled] = customTables(cube, [{ show: "impact-ratio", attributes: ["race"], ...table }], settings);
    if (filled!.show !== "impact-ratio") throw new Error("another table");
    return filled!;
  };
  const highest = ask({ metric: "truePositiveRate" });
  for (const { ratio } of highest.rows) if (ratio) expect(ratio.estimate).toBeLessThanOrEqual(1);
  expect(highest.rows[3]).toMatchObject({ ratio: null, rate: { estimate: null, reason: "no-positives" } });
  const named = ask({ metric: "selectionRate", reference: { kind: "named", group: { race: "b" } } });
  expect(named.reference).toEqual({ race: "b" });
  const [a, b] = named.rows;
  expect(b).toMatchObject({ role: "reference", ratio: null });
  expect(a!.ratio!.estimate).toBeCloseTo(a!.rate.estimate! / b!.rate.estimate!, 12);
  expect(a!.ratio!.low < a!.ratio!.estimate && a!.ratio!.estimate < a!.ratio!.high).toBe(true);
});

test("what is not known is refused with what is", () => {
  const ask = (table: CustomTable) => () => customTables(cube, [table], settings);
  expect(ask({ show: "rates", metrics: ["tpr"], attributes: ["race"] })).toThrow(
    "metric not known: tpr; there are selectionRate,",
  );
  expect(ask({ show: "impact-ratio", metric: "auc", attributes: ["race"] })).toThrow(
    "impact ratio of what is no rate: auc",
  );
  expect(ask({ show: "disparity", disparities: ["parity"], attributes: ["race"] })).toThrow(
    "disparity not known: parity",
  );
  expect(ask({ show: "rates", metrics: [], attributes: ["age"] })).toThrow("attribute not in the cube: age");
});
