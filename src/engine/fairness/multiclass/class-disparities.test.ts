import { expect, test } from "vitest";
import { withEstimate } from "../../../../test/harness/with-estimate.ts";
import { classes, cubeOf } from "../../../../test/oracle/fairness/arbitrary-decisions.ts";
import { drawUniform } from "../../stats/draw-uniform.ts";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { measureDisparity } from "../disparity/disparity.ts";
import { metricSource } from "../disparity/metric-source.ts";
import { classDisparities, decisionClasses } from "./class-disparities.ts";

const definition = { ...classes, scores: "none" } as const;
const row = (sex: string, label: string | null, decision: string) => ({
  values: { sex, race: "x", dept: "x", month: "2026-01" },
  label,
  decision,
});
const rows = Array.from({ length: 300 }, (_, k) =>
  row(
    k % 2 === 0 ? "f" : "m",
    ["low", "middle", "high"][k % 3]!,
    ["low", "middle", "high"][(k + (k % 8 === 0 ? 1 : 0)) % 3]!,
  ),
);
const settings = { level: 0.95, seed: 1 } as const;

test("each class against the rest, and their mean and worst", () => {
  const cube = cubeOf(definition, rows);
  for (const one of classDisparities(cube, ["sex"], settings)) {
    expect(one.classes.map(({ positive }) => positive)).toEqual(["high", "low", "middle"]);
    const estimates = one.classes.map(({ positive, figure }) => {
      const rule = { kind: "decision", favourable: positive } as const;
      const source = metricSource(cube, ["sex"], { rule, positiveLabel: positive });
      const alone = withEstimate(
        measureDisparity(source, one.name, { ...settings, comparison: "between-groups", draws: 1 }),
      );
      expect(figure.estimate).toBe(alone.estimate);
      expect(figure.estimate !== null && figure.high! >= alone.high!).toBe(true);
      return figure.estimate!;
    });
    expect(one.macro.estimate).toBeCloseTo(estimates.reduce((a, b) => a + b) / 3, 12);
    expect(one.worst.estimate).toBe(Math.max(...estimates));
  }
});

test("of ratios the worst is the smallest; two classes are no question of this", () => {
  const [ratio] = classDisparities(cubeOf(definition, rows), ["sex"], { ...settings, names: ["accuracyRatio"] });
  expect(ratio!.worst.estimate).toBe(Math.min(...ratio!.classes.map(({ figure }) => figure.estimate!)));
  const two = cubeOf(definition, [row("f", "1", "1"), row("m", "0", "1"), row("m", null, "0")]);
  expect(decisionClasses(two)).toEqual(["0", "1"]);
  expect(classDisparities(two, ["sex"], settings)).toEqual([]);
});

test("a class that nobody is given has no predictive parity, and is left out of the mean", () => {
  const cube = cubeOf(definition, [...rows, row("f", "none", "low"), row("m", "none", "low")]);
  const [parity] = classDisparities(cube, ["sex"], { ...settings, names: ["predictiveParityDifference"] });
  const figures = parity!.classes.map(({ figure }) => figure.estimate);
  expect(figures[3]).toBeNull();
  expect(parity!.macro.estimate).toBeCloseTo((figures[0]! + figures[1]! + figures[2]!) / 3, 12);
});

test("where groups have one law the intervals of mean and worst begin at 0 in nine of ten samples and more", () => {
  const stream = new Int32Array(4);
  startStream(stream, streamKey(20261121, "classes"), 0, 0);
  let above = 0;
  for (let trial = 0; trial < 200; trial++) {
    const sample = Array.from({ length: 240 }, (_, k) => {
      const u = drawUniform(stream);
      return row(k % 4 === 0 ? "f" : "m", null, u < 0.2 ? "a" : u < 0.5 ? "b" : "c");
    });
    const [parity] = classDisparities(cubeOf(definition, sample), ["sex"], {
      ...settings,
      names: ["demographicParityDifference"],
    });
    if (parity!.worst.estimate !== null && parity!.worst.low! > 0) above++;
  }
  expect(above / 200).toBeLessThan(0.1);
});
