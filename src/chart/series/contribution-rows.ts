import { formatCount, formatPercent } from "./format-number.ts";

/** What one risk or system brings to the expected loss and to the bad years. */
export interface ContributionPart {
  readonly id: string;
  readonly name: string;
  readonly expectedAnnualLoss: number;
  readonly expectedShortfall: number;
}

interface ContributionRow extends Omit<ContributionPart, "id"> {
  /** Null for the row of all others. */
  readonly id: string | null;
  readonly shareOfMean: number;
  readonly shareOfShortfall: number;
  /** Lengths of the bars against the longest of them, 0 to 1. */
  readonly meanBar: number;
  readonly shortfallBar: number;
}

export interface ContributionRows {
  readonly rows: readonly ContributionRow[];
  readonly expectedAnnualLoss: number;
  readonly expectedShortfall: number;
}

/** The largest parts of the bad years, the rest as one row, so that the column adds up to the whole. */
export function contributionRows(
  parts: readonly ContributionPart[],
  { most, others }: { readonly most: number; readonly others: (count: number) => string },
): ContributionRows {
  const sorted = [...parts].sort(
    (a, b) => b.expectedShortfall - a.expectedShortfall || b.expectedAnnualLoss - a.expectedAnnualLoss,
  );
  const total = (of: readonly ContributionPart[], figure: "expectedAnnualLoss" | "expectedShortfall") =>
    of.reduce((sum, part) => sum + part[figure], 0);
  const kept = sorted.length > most ? sorted.slice(0, most - 1) : sorted;
  const rest = sorted.slice(kept.length);
  const [mean, shortfall] = [total(sorted, "expectedAnnualLoss"), total(sorted, "expectedShortfall")];
  const share = (value: number, of: number) => (of > 0 ? value / of : 0);
  const shown = [
    ...kept,
    ...(rest.length === 0
      ? []
      : [
          {
            id: null,
            name: others(rest.length),
            expectedAnnualLoss: total(rest, "expectedAnnualLoss"),
            expectedShortfall: total(rest, "expectedShortfall"),
          },
        ]),
  ];
  const longest = Math.max(
    ...shown.map((part) => Math.max(share(part.expectedAnnualLoss, mean), share(part.expectedShortfall, shortfall))),
    1e-12,
  );
  return {
    rows: shown.map((part) => {
      const shareOfMean = share(part.expectedAnnualLoss, mean);
      const shareOfShortfall = share(part.expectedShortfall, shortfall);
      return {
        ...part,
        shareOfMean,
        shareOfShortfall,
        meanBar: shareOfMean / longest,
        shortfallBar: shareOfShortfall / longest,
      };
    }),
    expectedAnnualLoss: mean,
    expectedShortfall: shortfall,
  };
}

/** How few parts make most of the bad years: "Three systems make 89 % of the bad years". */
export function contributionFinding(parts: readonly ContributionPart[], noun: "risk" | "system"): string {
  const sorted = [...parts].sort((a, b) => b.expectedShortfall - a.expectedShortfall);
  const sum = sorted.reduce((total, part) => total + part.expectedShortfall, 0);
  if (sum <= 0) return "No bad year costs anything";
  if (sorted.length === 1) return `${sorted[0]!.name} makes all of the bad years`;
  let carried = 0;
  for (const [index, part] of sorted.entries()) {
    carried += part.expectedShortfall;
    const count = index + 1;
    if (carried / sum < 0.7) continue;
    if (count === 1) return `${part.name} makes ${formatPercent(carried / sum)} of the bad years`;
    if (count > sorted.length / 2) break;
    return `${formatCount(count, "start")} ${noun}s make ${formatPercent(carried / sum)} of the bad years`;
  }
  return `The bad years come from many ${noun}s`;
}
