import { deriveBands } from "../../engine/scoring/derive-bands.ts";
import type { RiskDensity } from "../../engine/scoring/matrix/axis-ranges.ts";
import { cellRisks } from "../../engine/scoring/matrix/cell-risk.ts";
import { type AxiomBreach, coxBreaches } from "../../engine/scoring/matrix/cox-breaches.ts";
import { type MatrixCell, matrixCells } from "../../engine/scoring/matrix/matrix-cell.ts";
import { rangeCompression } from "../../engine/scoring/matrix/range-compression.ts";
import { rankingErrors } from "../../engine/scoring/matrix/ranking-errors.ts";
import { place } from "../../engine/scoring/place.ts";
import { raiseToFloor, type SeverityFloor } from "../../engine/scoring/raise-to-floor.ts";
import type { Scale } from "../../engine/scoring/scale.ts";
import type { MatrixReport } from "../matrix-report.ts";
import { breachMessage } from "./breach-message.ts";
import type { FlooredScale } from "./floored-scale.ts";

const densities: readonly RiskDensity[] = ["uniform", "log-uniform"];

/** What is wrong with a matrix on its numeric bounds, and bands that would be sound. @throws RangeError */
export function checkScale({ scale, plainBands, floor }: FlooredScale): Omit<MatrixReport, "disagreements"> {
  const plain = { ...scale, bands: plainBands };
  const ofNumbers = breachesOf(plain);
  const isOfNumbers = (one: AxiomBreach) => ofNumbers.some((other) => sameBreach(one, other));
  const all = breachesOf(scale);
  // What the floor heals is not there; what only the floor breaks is on purpose.
  const breaches = all.filter(isOfNumbers);
  const departures = all.filter((one) => !isOfNumbers(one));
  const unused = unusedBands(scale);
  const proposal = breaches.length + unused.length === 0 ? null : proposalFor(floor, scale);
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
    proposal,
    findings: [
      ...unused.map((band) => ({ code: "unused-band", message: `no cell is ${band}` })),
      ...breaches.map((one) => ({ code: one.axiom, message: breachMessage(one, scale) })),
    ],
  };
}

function unusedBands({ bandNames, bands }: Scale): string[] {
  return bandNames.filter((band) => !bands.some((row) => row.includes(band)));
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
function proposalFor(floor: SeverityFloor | undefined, scale: Scale): MatrixReport["proposal"] {
  const { likelihood, impact, bandNames } = scale;
  const derived = { ...scale, bands: deriveBands(likelihood, impact, bandNames) };
  if (breachesOf(derived).length > 0 || unusedBands(derived).length > 0) return null;
  const bands = floor === undefined ? derived.bands : raiseToFloor(derived.bands, bandNames, floor);
  const changed = bands.flatMap((row, i) => row.filter((band, j) => band !== scale.bands[i]![j]!)).length;
  return { bands: bands.map((row) => [...row]), changed, ranking: rankingOf({ ...scale, bands }) };
}
