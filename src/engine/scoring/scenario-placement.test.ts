import { describe, expect, test } from "vitest";
import { countedControl } from "./counted-control.ts";
import { defaultScale } from "./default-scale.ts";
import type { CountedControl } from "./risk-score.ts";
import { scenarioPlacement } from "./scenario-placement.ts";
import { scenarioReader } from "./scenario-reading.ts";

const halving = (acts: "frequency" | "loss"): CountedControl =>
  countedControl({
    control: acts,
    status: "working",
    acts,
    effectiveness: 0.5,
  });
const placementOf = (primary: number | { samples: number[] }, otherKinds: number | null) =>
  scenarioPlacement(defaultScale, {
    reader: scenarioReader(defaultScale, { frequency: 1.5, loss: { primary } }),
    otherKinds,
  });

describe("scenarioPlacement", () => {
  test("the most probable level of each axis is the place", () => {
    expect(placementOf(200_000, null)([])).toMatchObject({ likelihood: 4, impact: 3 });
    expect(placementOf({ samples: [50_000, 150_000, 160_000] }, null)([]).impact).toBe(3);
  });

  test("of levels that are as probable the higher one is the place", () => {
    expect(placementOf({ samples: [50_000, 2_000_000] }, null)([]).impact).toBe(5);
  });

  test("a worse kind than money decides, and is reduced by controls on the loss alone", () => {
    const placement = placementOf(50_000, 4);
    expect(placement([])).toMatchObject({ likelihood: 4, impact: 4 });
    expect(placement([halving("loss")])).toMatchObject({ likelihood: 4, impact: 3 });
    expect(placement([halving("frequency")])).toMatchObject({ likelihood: 3, impact: 4 });
  });

  test("a milder kind than money does not", () => {
    expect(placementOf(200_000, 2)([]).impact).toBe(3);
  });

  test("a control never places a risk higher, though it gathers the upper hump of two", () => {
    // Alone: moderate 2 of 5, serious 1, major 2 of 5 … halved, the upper three meet in serious and the lower two part.
    const primary = { samples: [40_000, 90_000, 250_000, 590_000, 590_000, 45_000] };
    const placement = placementOf(primary, null);
    expect(placement([]).impact).toBe(2);
    const reading = scenarioReader(defaultScale, { frequency: 1.5, loss: { primary } })([halving("loss")]);
    expect(reading.impact.indexOf(Math.max(...reading.impact)) + 1).toBe(3);
    expect(placement([halving("loss")]).impact).toBe(2);
  });
});
