import type { Audit } from "../../engine/fairness/audit.ts";
import type { Group } from "../../engine/fairness/group/group.ts";

/**
 * The audit in sentences, one for each protected attribute: how many of a hundred in the group least and most often
 * selected, the difference with its interval, and what chance has to do with it.
 */
export function auditSentences({ disparities, overall }: Pick<Audit, "disparities" | "overall">): string[] {
  return disparities.flatMap((disparity) => {
    const { name, attributes, comparison, groups } = disparity;
    if (name !== "demographicParityDifference" || attributes.length > 1) return [];
    if (disparity.estimate === null)
      return [`By ${attributes[0]} nothing can be compared: ${disparity.reason.replaceAll("-", " ")}.`];
    const end = (part: (typeof groups)[number]["part"]) => {
      const found = groups.find((group) => group.part === part)!;
      return { people: people(found.group), rate: found.estimates.selectionRate! };
    };
    const all = { people: "of all", rate: overall.selectionRate?.estimate ?? Number.NaN };
    const [one, other] =
      comparison === "between-groups"
        ? [end("lowest"), end("highest")]
        : [end("furthest"), comparison === "to-reference" ? end("reference") : all];
    const { estimate, low, high, level, n, adjustedPValue } = disparity;
    const decimals = decimalsFor(one.rate, other.rate, estimate);
    const points = (share: number) =>
      (100 * share)
        .toFixed(decimals)
        .replace(/^-(?=0(\.0)?$)/, "")
        .replace("-", "−");
    const interval =
      low === null || high === null
        ? "no interval, too few rows"
        : `${Number((100 * level).toFixed(6))} % interval ${points(low)} to ${points(high)}`;
    const chance = adjustedPValue === null ? "" : `, ${pText(adjustedPValue)} adjusted for all tests of this audit`;
    return [
      `Of 100 ${one.people} ${points(one.rate)} were selected, of 100 ${other.people} ${points(other.rate)} ` +
        `(difference ${points(estimate)} points, ${interval}, n = ${n}${chance}).`,
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

/** Whole people of a hundred, where those tell the groups apart and add up to the difference. */
function decimalsFor(one: number, other: number, difference: number): 0 | 1 {
  const [a, b, between] = [one, other, difference].map((share) => Math.round(100 * share));
  const addsUp = Math.abs(Math.abs(b! - a!) - Math.abs(between!)) === 0;
  return addsUp && Math.min(one, other) >= 0.015 && Math.abs(other - one) >= 0.02 ? 0 : 1;
}

function pText(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}
