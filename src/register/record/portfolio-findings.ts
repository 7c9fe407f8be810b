import type { Portfolio } from "../../contract/portfolio.ts";
import { currencyFindings } from "../../portfolio/mistakes/currency.ts";
import type { Finding } from "../../portfolio/mistakes/finding.ts";
import { levelsOutsideScale } from "../../portfolio/mistakes/levels.ts";
import { danglingReferences } from "../../portfolio/mistakes/references.ts";
import { scaleFindings } from "../../portfolio/mistakes/scale.ts";
import { timeZoneFindings } from "../../portfolio/mistakes/time-zone.ts";

/** What records of the right shape have against each other: the same checks that a portfolio file passes. */
export function portfolioFindings(portfolio: Portfolio): Finding[] {
  return [danglingReferences, levelsOutsideScale, scaleFindings, currencyFindings, timeZoneFindings].flatMap((check) =>
    check(portfolio),
  );
}
