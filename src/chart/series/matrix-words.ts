import type { MatrixReport } from "../../contract/matrix-report.ts";
import { formatMoney } from "./format-money.ts";
import { formatCount, formatNumber, formatPercent, formatQuantity, plural } from "./format-number.ts";

type Breach = MatrixReport["breaches"][number];
type AxiomReport = Pick<MatrixReport, "axioms" | "breaches" | "departures">;

/** Cox's axioms in the order in which they are told. */
export const axiomNames = ["weak-consistency", "betweenness", "consistent-colouring"] as const;
export type AxiomName = (typeof axiomNames)[number];

/** Name of each axiom, and what it asks with the highest and the lowest band by their own names. */
export const axiomWords: Readonly<
  Record<AxiomName, { readonly name: string; readonly asks: (highest: string, lowest: string) => string }>
> = {
  "weak-consistency": {
    name: "Weak consistency",
    asks: (highest, lowest) => `No risk that is ${highest} is smaller than one that is ${lowest}.`,
  },
  betweenness: {
    name: "Betweenness",
    asks: (highest, lowest) => `Who goes up from ${lowest} to ${highest} passes a band between.`,
  },
  "consistent-colouring": {
    name: "Consistent colouring",
    asks: () => "Cells that mean the same loss a year are of the same band.",
  },
};

export function axiomStatus({ axioms }: Pick<MatrixReport, "axioms">, axiom: AxiomName): "holds" | "broken" {
  return {
    "weak-consistency": axioms.weakConsistency,
    betweenness: axioms.betweenness,
    "consistent-colouring": axioms.consistentColouring,
  }[axiom];
}

/** "The bands hold Cox's three axioms." or "The bands break two of Cox's three axioms, in six cells." */
export function matrixHeadline(report: AxiomReport): string {
  const broken = axiomNames.filter((axiom) => axiomStatus(report, axiom) === "broken").length;
  if (broken === 0) return "The bands hold Cox’s three axioms.";
  const cells = offendingCells(report.breaches);
  const axioms = broken === 3 ? "all of Cox’s three axioms" : `${formatCount(broken)} of Cox’s three axioms`;
  return `The bands break ${axioms}, in ${formatCount(cells)} ${plural("cell", cells)}.`;
}

/** "The severity floor departs from the numbers in two cells, on purpose." Null where it does not. */
export function departureSentence({ departures }: Pick<MatrixReport, "departures">): string | null {
  const cells = offendingCells(departures);
  if (cells === 0) return null;
  return `The severity floor departs from the numbers in ${formatCount(cells)} ${plural("cell", cells)}, on purpose.`;
}

function offendingCells(breaches: readonly Breach[]): number {
  return new Set(breaches.map(({ cell }) => `${cell.likelihood} ${cell.impact}`)).size;
}

/** "0.33 % of pairs of risks are ranked wrong and 62 % tied": of one density. */
export function rankingSentence({ density, wrong, tied }: MatrixReport["ranking"][number]): string {
  return (
    `Of two risks drawn ${densityWords[density]}, the smaller is in the higher band in ${finePercent(wrong)} of pairs, ` +
    `and both are in one band in ${finePercent(tied)}.`
  );
}

export const densityWords: Readonly<Record<MatrixReport["ranking"][number]["density"], string>> = {
  uniform: "uniformly",
  "log-uniform": "log-uniformly",
};

/** A share to two decimals below 10 %: the matrices that are compared differ by less than one percent. */
export function finePercent(share: number): string {
  return share > 0 && share < 0.0995 ? `${formatNumber(100 * share, 2)}\u00a0%` : formatPercent(share);
}

/** "a factor of 33", "any factor": how different two risks of one band may be. */
export function compressionWords(factor: number | null): string {
  return factor === null ? "any" : formatQuantity(factor);
}

interface CellInWords {
  readonly likelihood: { readonly name: string; readonly at: number; readonly of: number };
  readonly impact: { readonly name: string; readonly at: number; readonly of: number };
  readonly band: string;
  /** Null while a bound cannot be read. */
  readonly loss: { readonly low: number; readonly high: number } | null;
  readonly findings: readonly string[];
}

/** What is heard of a cell: "Rare, 1 of 5, by severe, 5 of 5: medium, 0 to €300k a year. Breaks an axiom: …" */
export function matrixCellWords(cell: CellInWords, currency: string): string {
  const place = [cell.likelihood, cell.impact].map(({ name, at, of }) => `${name}, ${at} of ${of}`).join(", by ");
  const loss = cell.loss
    ? `, ${formatMoney(cell.loss.low, currency)} to ${formatMoney(cell.loss.high, currency)} a year`
    : "";
  const found = cell.findings.map((finding) => ` ${sentenceCase(finding)}.`).join("");
  return `${sentenceCase(place)}: ${cell.band}${loss}.${found}`;
}

export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
