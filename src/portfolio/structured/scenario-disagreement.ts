import type { MatrixReport } from "../../contract/matrix-report.ts";
import { place } from "../../engine/scoring/place.ts";
import type { RiskScore, RiskToScore } from "../../engine/scoring/risk-score.ts";
import type { Scale } from "../../engine/scoring/scale.ts";
import { worstImpact } from "../../engine/scoring/worst-impact.ts";

/** How a risk's scenario places it into another band than its rating does; null where both agree, or one is missing. */
export function scenarioDisagreement(
  scale: Scale,
  risk: RiskToScore,
  scored: Pick<RiskScore, "inherent">,
): MatrixReport["disagreements"][number] | null {
  if (risk.inherent === undefined || risk.scenario === undefined || scored.inherent === null) return null;
  const worst = worstImpact(risk.inherent.impact);
  if (worst === null) return null;
  const rated = place(scale, { likelihood: risk.inherent.likelihood, impact: worst });
  const { likelihood, impact, band } = scored.inherent;
  if (rated.band === band) return null;
  return {
    risk: risk.id,
    rated: { likelihood: rated.likelihood, impact: rated.impact, band: rated.band },
    byScenario: { likelihood, impact, band },
  };
}
