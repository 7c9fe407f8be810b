import { type Draft, draftOf } from "./draft.ts";
import type { Finding } from "./finding.ts";
import { writtenEstimates } from "./written-estimates.ts";

/** Caps by a share of an annual turnover that the portfolio does not give. */
export function turnoverFindings(portfolio: Draft): Finding[] {
  if (portfolio.annualTurnover !== undefined) return [];
  return writtenEstimates(portfolio).flatMap(({ of, value, path }): Finding[] => {
    const share = of === "money" ? draftOf(draftOf(value)?.cap)?.turnoverShare : undefined;
    if (typeof share !== "number") return [];
    const what = `turnoverShare ${share} is of an annual turnover that the portfolio does not give`;
    const remedy = "add `annualTurnover: …` at the top, or cap at an amount";
    return [{ path: [...path, "cap", "turnoverShare"], what, remedy }];
  });
}
