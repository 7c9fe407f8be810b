import { Failure } from "../../contract/failure.ts";
import { quantifyExact } from "../../engine/quantification/exact/quantify-exact.ts";
import { engineRefusal } from "../../portfolio/engine-refusal.ts";
import { nearestName } from "../../portfolio/nearest-name.ts";
import { quantificationInput } from "../../portfolio/quantification-input.ts";
import { resolvePortfolio } from "../../portfolio/resolve.ts";
import type { AboutReport } from "../../report/audit/document/about-report.ts";
import { readPortfolioFile } from "../read-portfolio-file.ts";

/**
 * The risk of a portfolio that an audit bears on, with what its residual is expected to cost in a year.
 *
 * @throws Failure for a portfolio that cannot be read, or has no such risk
 */
export async function bearingRisk(file: string, id: string): Promise<NonNullable<AboutReport["risk"]>> {
  const { portfolio } = await readPortfolioFile(file);
  const { currency, risks } = resolvePortfolio(portfolio);
  const risk = risks.find((one) => one.id === id);
  const event = portfolio.risks?.find((one) => one.id === id)?.event;
  if (risk === undefined || event === undefined) {
    const known = risks.map((one) => one.id);
    const near = nearestName(id, known);
    const remedy = near === undefined ? `there are ${known.join(", ") || "none"}` : `did you mean ${near}?`;
    throw new Failure("invalid-input", `--risk ${JSON.stringify(id)} is no risk of ${file}`, remedy);
  }
  const scenarios = quantificationInput([risk], "residual");
  const figures =
    scenarios.length === 0 ? null : await engineRefusal(() => quantifyExact(scenarios, { bracket: "none" }));
  return { event, expectedAnnualLoss: figures?.risks[0]?.expectedAnnualLoss ?? null, currency };
}
