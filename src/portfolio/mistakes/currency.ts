import { defaultCurrency } from "../../contract/portfolio.ts";
import { type Draft, draftOf, draftsIn, textIn } from "./draft.ts";
import type { Finding, Path } from "./finding.ts";

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

  function check(estimate: unknown, path: Path): void {
    const currency = textIn(draftOf(estimate), "currency");
    if (currency === undefined || currency === own || rated.has(currency) || !/^[A-Z]{3}$/.test(currency)) return;
    findings.push({
      path: [...path, "currency"],
      what: `currency ${currency} has no rate to ${own}`,
      remedy: `add { from: ${currency}, rate: …, on: …, source: … } to rates`,
    });
  }

  for (const { draft, index } of draftsIn(portfolio.risks)) {
    const loss = draftOf(draftOf(draft.scenario)?.loss);
    const path = ["risks", index, "scenario", "loss"];
    check(loss?.primary, [...path, "primary"]);
    check(draftOf(loss?.secondary)?.loss, [...path, "secondary", "loss"]);
  }
  return findings;
}
