import type { MatrixReport } from "../../contract/matrix-report.ts";
import type { Portfolio } from "../../contract/portfolio.ts";
import { defaultSeverityFloor } from "../../engine/scoring/default-severity-floor.ts";
import { deriveBands } from "../../engine/scoring/derive-bands.ts";
import { cellRisks, type RiskDensity } from "../../engine/scoring/matrix/cell-risk.ts";
import { type AxiomBreach, coxBreaches } from "../../engine/scoring/matrix/cox-axioms.ts";
import { type MatrixCell, matrixCells } from "../../engine/scoring/matrix/matrix-cell.ts";
import { rangeCompression } from "../../engine/scoring/matrix/range-compression.ts";
import { rankingErrors } from "../../engine/scoring/matrix/ranking-errors.ts";
import { place } from "../../engine/scoring/place.ts";
import { raiseToFloor } from "../../engine/scoring/raise-to-floor.ts";
import type { Scale } from "../../engine/scoring/scale.ts";
import { scoreRisk } from "../../engine/scoring/score-risk.ts";
import { worstImpact } from "../../engine/scoring/worst-impact.ts";
import { resolvePortfolio } from "../resolve.ts";
import { resolveScale } from "../resolve-scale.ts";
import { breachMessage } from "./breach-message.ts";

const densities: readonly RiskDensity[] = ["uniform", "log-uniform"];

/** What is wrong with a matrix on its numeric bounds, and bands that would be sound. @throws RangeError */
export function checkMatrix(file: Portfolio["scale"], portfolio: Portfolio | null): MatrixReport {
  const scale = resolveScale(file);
  const plain = { ...scale, bands: withoutFloor(file, scale) };
  const breaches = breachesOf(plain);
  const departures = breachesOf(scale).filter((one) => !breaches.some((other) => sameBreach(one, other)));
  const disagreements = portfolio === null ? [] : disagreementsOf(portfolio);
  const unused = unusedBands(scale);
  const proposal = breaches.length + unused.length === 0 ? null : proposalFor(file, scale);
  const shown = (one: AxiomBreach) => ({
    axiom: one.axiom,
    cell: namedCell(one.cell, scale),
    beside: one.beside && namedCell(one.beside, scale),
    message: breachMessage(one, scale),
  });
  const status = (axiom: AxiomBreach["axiom"]) =>
    breaches.some((one) => one.axiom === axiom) ? ("broken" as const) : ("holds" as const);
  return {
    likelihood: [...scale.likelihood],
    impact: [...scale.impact],
    bandNames: [...scale.bandNames],
    bands: scale.bands.map((row) => [...row]),
    axioms: {
      weakConsistency: status("weak-consistency"),
      betweenness: status("betweenness"),
      consistentColouring: status("consistent-colouring"),
    },
    breaches: breaches.map(shown),
    departures: departures.map(shown),
    ranking: rankingOf(scale),
    compression: rangeCompression(matrixCells(scale)).map(({ band, ...range }) => ({
      band: scale.bandNames[band]!,
      ...range,
    })),
    disagreements,
    proposal,
    findings: [
      ...unused.map((band) => ({ code: "unused-band", message: `no cell is ${band}` })),
      ...breaches.map((one) => ({ code: one.axiom, message: breachMessage(one, scale) })),
      ...disagreements.map(({ risk, rated, byScenario }) => ({
        code: "scenario-disagrees",
        message: `risk ${risk} is rated ${rated.band} (${rated.likelihood}, ${rated.impact}), its scenario makes it ${byScenario.band} (${byScenario.likelihood}, ${byScenario.impact})`,
      })),
    ],
  };
}

function unusedBands({ bandNames, bands }: Scale): string[] {
  return bandNames.filter((band) => !bands.some((row) => row.includes(band)));
}

function withoutFloor(file: Portfolio["scale"], scale: Scale): readonly (readonly string[])[] {
  return file?.bands ?? deriveBands(scale.likelihood, scale.impact, scale.bandNames);
}

function breachesOf(scale: Scale): AxiomBreach[] {
  return coxBreaches(matrixCells(scale), scale.bandNames.length - 1);
}

function sameBreach(a: AxiomBreach, b: AxiomBreach): boolean {
  return a.axiom === b.axiom && sameCell(a.cell, b.cell) && (a.beside === null) === (b.beside === null);
}

function sameCell(a: MatrixCell, b: MatrixCell): boolean {
  return a.likelihood === b.likelihood && a.impact === b.impact;
}

function namedCell({ likelihood, impact, band, low, high }: MatrixCell, { bandNames }: Scale) {
  return { likelihood, impact, band: bandNames[band]!, low, high };
}

function rankingOf(scale: Scale): MatrixReport["ranking"] {
  const cells = matrixCells(scale);
  const scores = cells.map(({ likelihood, impact }) => place(scale, { likelihood, impact }).score);
  return densities.map((density) => {
    const risks = cellRisks(scale.likelihood, scale.impact, density);
    const byBand = rankingErrors(
      risks,
      cells.map(({ band }) => band),
    );
    const byScore = rankingErrors(risks, scores);
    return { density, ...byBand, scoreWrong: byScore.wrong, scoreTied: byScore.tied };
  });
}

/** Bands from the numbers with the floor that holds; null where these offend too, as on two levels by two. */
function proposalFor(file: Portfolio["scale"], scale: Scale): MatrixReport["proposal"] {
  const { likelihood, impact, bandNames } = scale;
  const derived = { ...scale, bands: deriveBands(likelihood, impact, bandNames) };
  if (breachesOf(derived).length > 0 || unusedBands(derived).length > 0) return null;
  const floor =
    file?.severityFloor ?? (file?.bands === undefined ? defaultSeverityFloor(impact.length, bandNames) : undefined);
  const bands = floor === undefined ? derived.bands : raiseToFloor(derived.bands, bandNames, floor);
  const changed = bands.flatMap((row, i) => row.filter((band, j) => band !== scale.bands[i]![j]!)).length;
  return { bands: bands.map((row) => [...row]), changed, ranking: rankingOf({ ...scale, bands }) };
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
