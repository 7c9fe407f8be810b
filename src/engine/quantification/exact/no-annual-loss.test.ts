import { expect, test } from "vitest";
import { noAnnualLoss } from "./no-annual-loss.ts";

test("every figure is zero, with an error of zero of the kind asked for", () => {
  for (const kind of ["estimate", "bracket"] as const) {
    const { exceedance, error, ...figures } = noAnnualLoss(kind);
    const numbers = Object.values(figures).flatMap((figure) =>
      typeof figure === "number" ? [figure] : Object.values(figure),
    );
    expect(numbers).toEqual(new Array(9).fill(0));
    expect(exceedance).toEqual([{ loss: 0, probability: 0 }]);
    expect(error.valueAtRisk["0.99"]).toEqual({ low: 0, high: 0, kind });
  }
});
