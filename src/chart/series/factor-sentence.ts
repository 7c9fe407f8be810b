import type { FactorBranch } from "./factor-branch.ts";
import { formatNumber, formatPercent } from "./format-number.ts";

/** A value from 0 to 1 as points of 100: "58.2". */
function pointsWords(value: number): string {
  return formatNumber(100 * value, 1);
}

/** The same where numbers stand under one another: "50.0". */
export function pointsFigure(value: number): string {
  return (100 * value).toFixed(1);
}

/** What stands on the line to the factor above: "33 %", "counts" of the worst, "×" of a product. */
export function weightWords({ within, weight, contribution }: FactorBranch): string {
  if (within === "weighted") return weight === null ? "" : formatPercent(weight);
  if (within === "worst") return contribution !== null && contribution > 0 ? "worst" : "";
  return within === "product" ? "×" : "";
}

/** "Hallucination rate, 0.7 % (31 of 4,200), is 57.1 of 100 on its scale and makes up 19 of the 48.6 of likelihood." */
export function factorSentence(
  factor: FactorBranch,
  { parent, axis }: { readonly parent: FactorBranch | null; readonly axis: "likelihood" | "impact" },
): string {
  const { name, value, detail, how, contribution } = factor;
  if (value === null)
    return how === null ? `${name} has no reading yet.` : `${name} is not known yet: something below it is missing.`;
  const is = how === null ? `${name}, ${detail}, is ${pointsWords(value)} of 100 on its scale` : madeOf(factor, value);
  const range = rangeWords(factor);
  if (parent === null || parent.value === null || contribution === null) return `${is}${range}.`;
  const above = { value: parent.value, name: parent.within === null ? axis : `“${parent.name}”` };
  return `${is}${how === null ? " and " : ". It "}${bringsWords(factor, above, contribution)}${range}.`;
}

function madeOf({ name, how }: FactorBranch, value: number): string {
  const from = {
    weighted: "the weighted mean of its parts",
    worst: "as much as the worst of its parts",
    product: "all of its parts multiplied",
  }[how!];
  return `${name} is ${pointsWords(value)} of 100, ${from}`;
}

function bringsWords(
  { within }: FactorBranch,
  parent: { readonly name: string; readonly value: number },
  contribution: number,
): string {
  if (contribution === 0) {
    if (within === "worst") return `counts for nothing in ${parent.name}, which is as bad as its worst part`;
    return `adds nothing to ${parent.name}`;
  }
  return `makes up ${pointsWords(contribution)} of the ${pointsWords(parent.value)} of ${parent.name}`;
}

function rangeWords({ value, low, high }: FactorBranch): string {
  if (low === null || high === null || pointsWords(low) === pointsWords(high)) return "";
  if (value === low && value === high) return "";
  return `; with what was measured at its ends, ${pointsWords(low)} to ${pointsWords(high)}`;
}

/** "Likelihood 3 of 5: 49.6 of 100, and level 3 goes from 40 to 60." */
export function levelSentence(
  axis: "likelihood" | "impact",
  { value, level, levels }: { readonly value: number; readonly level: number; readonly levels: number },
): string {
  const [from, to] = [level - 1, level].map((step) => formatNumber((100 * step) / levels, 1)) as [string, string];
  return `${axis === "likelihood" ? "Likelihood" : "Impact"} ${level} of ${levels}: ${pointsWords(value)} of 100, and level ${level} goes from ${from} to ${to}.`;
}
