import { describe, expect, test } from "vitest";
import { layoutTornado, type TornadoSwing } from "./tornado-layout.ts";

const swing = (key: string, low: number, high: number): TornadoSwing => ({
  key,
  name: `Risk ${key}`,
  input: "attempts a year",
  lowValue: "2",
  highValue: "20",
  low,
  high,
});
const room = { base: 100, currency: "EUR", width: 800 };

describe("a tornado", () => {
  test("swings about the figure as it is, each end on its side with the value that makes it", () => {
    const { base, bars } = layoutTornado([swing("a", 40, 180), swing("b", 130, 90)], room);
    const [rising, falling] = bars;
    expect(rising!.left).toMatchObject({ end: "low" });
    expect(rising!.left.x + rising!.left.width).toBeCloseTo(base.x, 6);
    expect(rising!.right.x).toBe(base.x);
    expect(rising!.left.width / rising!.right.width).toBeCloseTo(60 / 80, 2);
    // More resistance means less loss: the high end of the input lies left.
    expect(falling!.left.end).toBe("high");
    expect([falling!.leftText, falling!.rightText]).toEqual(["20", "2"]);
  });

  test("an input that moves the figure to one side only has a bar on that side only", () => {
    const { bars } = layoutTornado([swing("a", 120, 160)], room);
    expect(bars[0]!.left.width).toBe(0);
    expect(bars[0]!.right.width).toBeGreaterThan(0);
  });

  test.each([1200, 800, 358])("stays inside %i pixels", (width) => {
    const { bars, plot, height } = layoutTornado([swing("a", 0, 1000), swing("b", 90, 110)], { ...room, width });
    for (const { left, right, top } of bars) {
      expect(left.x).toBeGreaterThanOrEqual(plot.left);
      expect(right.x + right.width).toBeLessThanOrEqual(plot.right + 0.1);
      expect(top).toBeLessThan(height);
    }
  });
});
