import type { Portfolio } from "../../contract/portfolio.ts";
import { commonCauseFindings } from "../../portfolio/mistakes/common-causes.ts";
import { currencyFindings } from "../../portfolio/mistakes/currency.ts";
import { effectivenessFindings } from "../../portfolio/mistakes/effectiveness.ts";
import { estimateRefusals } from "../../portfolio/mistakes/estimate-refusals.ts";
import type { Finding } from "../../portfolio/mistakes/finding.ts";
import { levelsOutsideScale } from "../../portfolio/mistakes/levels.ts";
import { danglingReferences } from "../../portfolio/mistakes/references.ts";
import { scaleFindings } from "../../portfolio/mistakes/scale.ts";
import { timeZoneFindings } from "../../portfolio/mistakes/time-zone.ts";
import { turnoverFindings } from "../../portfolio/mistakes/turnover.ts";
import { namedTwice } from "./named-twice.ts";

const checks = [
  danglingReferences,
  levelsOutsideScale,
  scaleFindings,
  currencyFindings,
  turnoverFindings,
  effectivenessFindings,
  commonCauseFindings,
  namedTwice,
  timeZoneFindings,
];

/**
 * What records of the right shape have against each other, at the places that are asked for: the same checks that a
 * portfolio file passes. Only where nothing else is wrong are estimates read as distributions.
 */
export function portfolioFindings(
  portfolio: Portfolio,
  isAsked: (path: Finding["path"]) => boolean = () => true,
): Finding[] {
  const asked = (findings: readonly Finding[]) => findings.filter(({ path }) => isAsked(path));
  const findings = asked(checks.flatMap((check) => check(portfolio)));
  return findings.length > 0 ? findings : asked(estimateRefusals(portfolio));
}
