import { defaultCurrency } from "../../contract/portfolio.ts";
import { type Draft, draftOf, draftsIn, textIn } from "./draft.ts";
import type { Finding } from "./finding.ts";
import { writtenEstimates } from "./written-estimates.ts";

/** Amounts in a currency that cannot be turned into the portfolio's. */
export function currencyFindings(portfolio: Draft): Finding[] {
  const own = textIn(portfolio, "currency") ?? defaultCurrency;
  const rates = draftsIn(portfolio.rates);
  const rated = new Set(rates.flatMap(({ draft }) => textIn(draft, "from") ?? []));
  const findings: Finding[] = rates
    .filter(({ draft }) => draft.from === own)
    .map(({ index }) => ({
      path: ["rates", index, "from"],
      what: `rate from ${own} is from the portfolio's own currency`,
      remedy: "remove it, or correct the currency",
    }));

  for (const { of, value, path } of writtenEstimates(portfolio)) {
    const currency = of === "money" ? textIn(draftOf(value), "currency") : undefined;
    if (currency === undefined || currency === own || rated.has(currency) || !/^[A-Z]{3}$/.test(currency)) continue;
    findings.push({
      path: [...path, "currency"],
      what: `currency ${currency} has no rate to ${own}`,
      remedy: `add { from: ${currency}, rate: …, on: …, source: … } to rates`,
    });
  }
  return findings;
}
