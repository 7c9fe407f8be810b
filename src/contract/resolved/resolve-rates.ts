import { Failure } from "../failure.ts";
import type { Portfolio } from "../portfolio.ts";

/**
 * Exchange rates as the file states them: units of the portfolio's currency for one unit of another.
 *
 * Where a currency has several rates the one with the latest date holds. The portfolio's own currency has the rate 1.
 *
 * @throws Failure `invalid-input` for a currency without a rate; amounts in it are never added to others.
 */
export function resolveRates(rates: Portfolio["rates"] = [], currency: string): (from: string) => number {
  const latest = new Map<string, { rate: number; on: string }>();
  for (const { from, rate, on } of rates) {
    const known = latest.get(from);
    if (known === undefined || known.on < on) latest.set(from, { rate, on });
  }
  return (from) => {
    if (from === currency) return 1;
    const known = latest.get(from);
    if (known !== undefined) return known.rate;
    throw new Failure(
      "invalid-input",
      `currency ${from} has no rate to ${currency}`,
      `add { from: ${from}, rate: …, on: …, source: … } to rates`,
    );
  };
}
