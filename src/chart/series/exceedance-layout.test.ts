import { describe, expect, test } from "vitest";
import type { AnnualLossFigures } from "../../contract/quantification-report.ts";
import { overlaps } from "./box.ts";
import { layoutExceedance } from "./exceedance-layout.ts";
import { textWidth } from "./text-width.ts";

/** A year's loss whose exceedance probability is scale ÷ loss from scale ÷ 0.9 upwards. */
function hyperbola(scale: number): AnnualLossFigures {
  const exceedance = [
    { loss: 0, probability: 0.9 },
    ...Array.from({ length: 120 }, (_, i) => (scale / 0.9) * 1.08 ** i).map((loss) => ({
      loss,
      probability: scale / loss,
    })),
  ];
  const zero = { low: 0, high: 0, kind: "estimate" as const };
  return {
    expectedAnnualLoss: scale,
    standardDeviation: scale,
    probabilityOfLoss: 0.9,
    valueAtRisk: { "0.5": 2 * scale, "0.9": 10 * scale, "0.95": 20 * scale, "0.99": 100 * scale },
    expectedShortfall: { "0.95": 40 * scale, "0.99": 200 * scale },
    exceedance,
    error: {
      expectedAnnualLoss: zero,
      standardDeviation: zero,
      valueAtRisk: { "0.5": zero, "0.9": zero, "0.95": zero, "0.99": zero },
      expectedShortfall: { "0.95": zero, "0.99": zero },
    },
  };
}

const limit = (exceeds: number, appetite: number) => ({
  id: `at-${exceeds}`,
  scope: "portfolio" as const,
  measure: "annualLoss" as const,
  exceeds,
  appetite,
  tolerance: Math.min(1, appetite * 2),
  probability: 0.1,
  status: "ok" as const,
  lossAtTolerance: exceeds,
  over: 0,
});

const curves = { residual: hyperbola(100_000), inherent: hyperbola(400_000), target: hyperbola(50_000) };
const layoutOf = (limits: ReturnType<typeof limit>[], width = 876) =>
  layoutExceedance({ curves, limits, currency: "EUR", width, height: 428 });

describe("layoutExceedance", () => {
  test("a point of the curve lies at its loss and its probability, and rarer is lower", () => {
    const layout = layoutOf([]);
    const [often, rare] = [layout.pointAt(0.5)!, layout.pointAt(0.01)!];
    expect(often.loss).toBe(200_000);
    expect(rare.loss).toBe(10_000_000);
    expect(rare.y).toBeGreaterThan(often.y);
    expect(rare.x).toBeGreaterThan(often.x);
    expect(layout.probabilityAtHeight(rare.y)).toBeCloseTo(0.01, 10);
  });

  test("the side of the line that is over is filled, the other is not", () => {
    // The curve passes 1,000,000 with 10 %: a line above that is kept, one below is not.
    expect(layoutOf([limit(500_000, 0.6), limit(2_000_000, 0.3)]).over).toBe("");
    expect(layoutOf([limit(500_000, 0.1), limit(2_000_000, 0.02)]).over).not.toBe("");
    // A line that crosses the curve is over at its left end only.
    const crossing = layoutOf([limit(500_000, 0.1), limit(2_000_000, 0.2)]);
    const right = Math.max(...[...crossing.over.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x)));
    expect(right).toBeLessThan(crossing.loadLine.points[1]!.x - 20);
  });

  test("a single limit is a ring from which the line goes on to the edge", () => {
    const { loadLine, over, plot } = layoutOf([limit(3_000_000, 0.05)]);
    const [ring] = loadLine.points;
    expect(loadLine.corners).toEqual([ring, { x: plot.right, y: ring!.y }]);
    expect(over).toBe("");
  });

  test("a planned state that is the residual one is not drawn over it", () => {
    const same = layoutExceedance({
      curves: { residual: curves.residual, target: hyperbola(100_000) },
      limits: [],
      currency: "EUR",
      width: 876,
      height: 428,
    });
    expect(same.paths.map(({ name }) => name)).toEqual(["residual"]);
  });

  test("a rare line makes room for rarer years", () => {
    expect(layoutOf([]).yTicks.at(-1)?.text).toBe("1 in 200");
    expect(layoutOf([limit(5_000_000, 0.001)]).yTicks.at(-1)?.text).toBe("1 in 2,000");
  });

  test.each([876, 620, 358])("labels do not lie on one another at %i wide", (width) => {
    const { labels } = layoutOf([limit(500_000, 0.3), limit(2_000_000, 0.05)], width);
    expect(labels.length).toBeGreaterThanOrEqual(3);
    const boxes = labels.map(({ title, detail, x, y, anchor }) => {
      const room = Math.max(textWidth(title, 12), textWidth(detail, 11));
      const left = anchor === "start" ? x : x - room;
      return { left, top: y - 10, right: left + room, bottom: y + 16 };
    });
    for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
  });
});
