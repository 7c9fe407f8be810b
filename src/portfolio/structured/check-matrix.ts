import type { MatrixReport } from "../../contract/matrix-report.ts";
import type { Portfolio } from "../../contract/portfolio.ts";
import { checkScale } from "../../contract/structured/check-scale.ts";
import { defaultSeverityFloor } from "../../engine/scoring/default-severity-floor.ts";
import { deriveBands } from "../../engine/scoring/derive-bands.ts";
import { place } from "../../engine/scoring/place.ts";
import { scoreRisk } from "../../engine/scoring/score-risk.ts";
import { worstImpact } from "../../engine/scoring/worst-impact.ts";
import { resolvePortfolio } from "../resolve.ts";
import { resolveScale } from "../resolve-scale.ts";

/** What is wrong with a file's matrix, on its numbers and by its scenarios. @throws RangeError */
export function checkMatrix(file: Portfolio["scale"], portfolio: Portfolio | null): MatrixReport {
  const scale = resolveScale(file);
  const { likelihood, impact, bandNames } = scale;
  const plainBands = file?.bands ?? deriveBands(likelihood, impact, bandNames);
  const stated = file?.severityFloor;
  const floor = stated ?? (file?.bands === undefined ? defaultSeverityFloor(impact.length, bandNames) : undefined);
  const report = checkScale({ scale, plainBands, floor });
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
  return risks.flatMap((risk) => {
    if (risk.inherent === undefined || risk.scenario === undefined) return [];
    const impact = worstImpact(risk.inherent.impact);
    const scored = scoreRisk(scale, risk).inherent;
    if (impact === null || scored === null) return [];
    const rated = place(scale, { likelihood: risk.inherent.likelihood, impact });
    if (rated.band === scored.band) return [];
    return [
      {
        risk: risk.id,
        rated: { likelihood: rated.likelihood, impact: rated.impact, band: rated.band },
        byScenario: { likelihood: scored.likelihood, impact: scored.impact, band: scored.band },
      },
    ];
  });
}
