import type { AnnualLoss } from "../../engine/quantification/annual-loss.ts";
import { formatMoney } from "./format-money.ts";
import { yearsIn } from "./loss-curve.ts";

type Year = Pick<AnnualLoss, "expectedAnnualLoss" | "probabilityOfLoss"> & {
  readonly valueAtRisk: Pick<AnnualLoss["valueAtRisk"], "0.95">;
};

/** What one scenario costs, as one may quote it. */
export function scenarioSentence(name: string, year: Year, currency: string): string {
  const money = (amount: number) => formatMoney(amount, currency);
  const bad = year.valueAtRisk["0.95"];
  return bad === 0
    ? `“${name}” costs something ${yearsIn(year.probabilityOfLoss)}; we expect ${money(year.expectedAnnualLoss)} a year on average.`
    : `“${name}” costs more than ${money(bad)} 1 year in 20; we expect ${money(year.expectedAnnualLoss)} a year on average.`;
}

/** What a change does to the whole, as one may quote it. */
export function changeSentence(before: Year, after: Year, currency: string): string {
  const money = (amount: number) => formatMoney(amount, currency, "table");
  const [was, is] = [before, after].map((year) => money(year.valueAtRisk["0.95"])) as [string, string];
  const [expectedWas, expectedIs] = [before, after].map((year) => money(year.expectedAnnualLoss)) as [string, string];
  const direction = (from: number, to: number) => (to < from ? "falls" : "rises");
  const bad =
    was === is
      ? `1 year in 20 we lose more than ${is}, as before`
      : `What we lose more than 1 year in 20 ${direction(before.valueAtRisk["0.95"], after.valueAtRisk["0.95"])} from ${was} to ${is}`;
  const expected =
    expectedWas === expectedIs
      ? `the expected loss stays at ${expectedIs} a year`
      : `the expected loss ${direction(before.expectedAnnualLoss, after.expectedAnnualLoss)} from ${expectedWas} to ${expectedIs} a year`;
  return `${bad}; ${expected}.`;
}
