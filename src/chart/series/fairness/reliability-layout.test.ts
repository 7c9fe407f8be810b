import { expect, test } from "vitest";
import { auditAnswer } from "../../../../test/harness/audit-answer.ts";
import { decisionsCube } from "../../../../test/oracle/fairness/decisions.ts";
import { layoutReliability } from "./reliability-layout.ts";

const { calibration } = auditAnswer(decisionsCube());

test("a point lies above the line where more happens than the score says, below it where less", () => {
  const { panels } = layoutReliability(calibration, { width: 840 });
  for (const [k, { box, points }] of panels.entries()) {
    for (const [b, { meanScore, observedRate }] of calibration[k]!.curve.entries()) {
      const { x, y, low, high } = points[b]!;
      const onLine = box.bottom - ((x - box.left) / (box.right - box.left)) * (box.bottom - box.top);
      if (observedRate > meanScore + 0.01) expect(y).toBeLessThan(onLine);
      if (observedRate < meanScore - 0.01) expect(y).toBeGreaterThan(onLine);
      expect(high <= y && y <= low).toBe(true);
    }
  }
});

test("bars say how the scores lie: the tallest for the most rows", () => {
  const [panel] = layoutReliability(calibration, { width: 840 }).panels;
  const weights = calibration[0]!.curve.map(({ weight }) => weight);
  const heights = panel!.bars.map(({ height }) => height);
  expect(heights.indexOf(Math.max(...heights))).toBe(weights.indexOf(Math.max(...weights)));
});

test("a group without labelled scores is hatched, not left out", () => {
  const empty = {
    ...calibration[0]!,
    curve: [],
    error: { expected: null, corrected: null, byChance: null, largest: null },
  };
  const { panels } = layoutReliability([calibration[0]!, empty], { width: 390 });
  expect(panels[1]).toMatchObject({ isUnknown: true, note: "no labelled scores", points: [] });
});
