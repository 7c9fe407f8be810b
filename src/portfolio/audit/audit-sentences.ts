import type { Audit } from "../../engine/fairness/audit.ts";
import type { Group } from "../../engine/fairness/group/group.ts";

/**
 * The audit in sentences, one for each protected attribute: how many of a hundred in the group least and most often
 * selected, the difference with its interval, and what chance has to do with it.
 */
export function auditSentences({ disparities }: Pick<Audit, "disparities">): string[] {
  return disparities.flatMap((disparity) => {
    const { name, attributes, comparison } = disparity;
    if (name !== "demographicParityDifference" || attributes.length > 1) return [];
    const [attribute = ""] = attributes;
    if (disparity.estimate === null) return [`By ${attribute} nothing can be compared: ${words(disparity.reason)}.`];
    if (comparison !== "between-groups") return [];
    const end = (part: "lowest" | "highest") => disparity.groups.find((group) => group.part === part)!;
    const [lowest, highest] = [end("lowest"), end("highest")];
    const { low, high, level, n, adjustedPValue } = disparity;
    const rate = (of: typeof lowest) => 100 * of.estimates.selectionRate!;
    const decimals = decimalsFor([rate(lowest), rate(highest)]);
    const interval =
      low === null || high === null
        ? "no interval, too few rows"
        : `${percentOf(level)} % interval ${(100 * low).toFixed(decimals)} to ${(100 * high).toFixed(decimals)}`;
    const chance = adjustedPValue === null ? "" : `, ${pText(adjustedPValue)} adjusted for all tests of this audit`;
    return [
      `Of 100 ${people(lowest.group)} ${rate(lowest).toFixed(decimals)} were selected, of 100 ${people(highest.group)} ` +
        `${rate(highest).toFixed(decimals)} (difference ${(100 * disparity.estimate).toFixed(decimals)} points, ${interval}, ` +
        `n = ${n}${chance}).`,
    ];
  });
}

const knownPeople: { readonly [value: string]: string } = {
  f: "women",
  female: "women",
  woman: "women",
  women: "women",
  m: "men",
  male: "men",
  man: "men",
  men: "men",
};

/** A group as one says it: "women", "with race Black". */
function people(group: Group): string {
  return Object.entries(group)
    .map(([attribute, value]) => {
      const known = /^(sex|gender)$/i.test(attribute) ? knownPeople[value.toLowerCase()] : undefined;
      return known ?? `with ${attribute} ${value}`;
    })
    .join(" ");
}

/** Whole people of a hundred where that tells the groups apart. */
function decimalsFor([a, b]: readonly [number, number]): 0 | 1 {
  return Math.min(a, b) >= 1.5 && Math.abs(a - b) >= 2 ? 0 : 1;
}

function percentOf(level: number): string {
  return String(Number((100 * level).toFixed(6)));
}

function pText(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}

function words(reason: string): string {
  return reason.replaceAll("-", " ");
}
