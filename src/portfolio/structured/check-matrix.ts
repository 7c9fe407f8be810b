import type { MatrixReport } from "../../contract/matrix-report.ts";
import type { Portfolio } from "../../contract/portfolio.ts";
import { checkScale } from "../../contract/structured/check-scale.ts";
import { flooredScale } from "../../contract/structured/floored-scale.ts";
import { scoreRisk } from "../../engine/scoring/score-risk.ts";
import { resolvePortfolio } from "../resolve.ts";
import { scenarioDisagreement } from "./scenario-disagreement.ts";

/** What is wrong with a file's matrix, on its numbers and by its scenarios. @throws RangeError */
export function checkMatrix(file: Portfolio["scale"], portfolio: Portfolio | null): MatrixReport {
  const report = checkScale(flooredScale(file));
  const disagreements = portfolio === null ? [] : disagreementsOf(portfolio);
  return {
    ...report,
    disagreements,
    findings: [
      ...report.findings,
      ...disagreements.map(({ risk, rated, byScenario }) => ({
        code: "scenario-disagrees",
        message: `risk ${risk} is rated ${rated.band} (${rated.likelihood}, ${rated.impact}), its scenario makes it ${byScenario.band} (${byScenario.likelihood}, ${byScenario.impact})`,
      })),
    ],
  };
}

function disagreementsOf(portfolio: Portfolio): MatrixReport["disagreements"] {
  const { scale, risks } = resolvePortfolio(portfolio);
  return risks
    .filter(({ inherent, scenario }) => inherent !== undefined && scenario !== undefined)
    .flatMap((risk) => scenarioDisagreement(scale, risk, scoreRisk(scale, risk)) ?? []);
}
