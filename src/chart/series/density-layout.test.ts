import { describe, expect, test } from "vitest";
import { atoms } from "../../engine/stats/atoms.ts";
import { capped } from "../../engine/stats/capped.ts";
import { lognormal } from "../../engine/stats/lognormal.ts";
import { layoutDensity } from "./density-layout.ts";
import { sampleDistribution } from "./distribution-sample.ts";

const quantity = { of: "money", currency: "EUR" } as const;
const room = { quantity, width: 400, height: 120, detail: "marked" } as const;
const wide = sampleDistribution(lognormal({ mu: Math.log(200_000), sigma: 1.4 }));
const numbersIn = (path: string) => path.match(/-?[\d.]+/g)!.map(Number);

describe("a density", () => {
  test("stays inside its room, whatever it is", () => {
    for (const sample of [wide, sampleDistribution(atoms([5])), sampleDistribution(atoms([0, 3]))]) {
      const layout = layoutDensity({ sample, ...room });
      for (const { x } of [...layout.marks, ...layout.spikes]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(400);
      }
      expect(layout.outline === "" ? [] : numbersIn(layout.outline).filter((n) => n < 0 || n > 400)).toEqual([]);
    }
  });

  test("marks 1 in 20, the half and 19 in 20 in their order, with their values", () => {
    const { marks } = layoutDensity({ sample: wide, ...room });
    expect(marks.map(({ name, value }) => [name, value])).toEqual([
      ["P5", "€20k"],
      ["P50", "€200k"],
      ["P95", "€2m"],
      ["mean", ""],
    ]);
    expect(marks[0]!.x).toBeLessThan(marks[1]!.x);
    expect(marks[1]!.x).toBeLessThan(marks[2]!.x);
  });

  test("leaves out the middle label where it would run into its neighbours, never the ends", () => {
    const narrow = layoutDensity({ sample: wide, ...room, width: 90 });
    expect(narrow.marks.map(({ name }) => name)).toEqual(["P5", "P95", "mean"]);
  });

  test("names the share that sits on a cap", () => {
    const { spikes } = layoutDensity({
      sample: sampleDistribution(capped(lognormal({ mu: 12, sigma: 1 }), 300_000)),
      ...room,
    });
    expect(spikes.map(({ label }) => label)).toEqual(["27 % here"]);
  });

  test("draws what each expert said on the same axis", () => {
    const other = sampleDistribution(lognormal({ mu: Math.log(2_000_000), sigma: 0.5 }));
    const { experts, marks } = layoutDensity({ sample: wide, experts: [other], ...room });
    expect(numbersIn(experts[0]!)[0]).toBeGreaterThan(marks.find(({ name }) => name === "P50")!.x);
  });

  test("in a row is the shape alone", () => {
    expect(layoutDensity({ sample: wide, ...room, detail: "plain" }).marks).toEqual([]);
  });
});
