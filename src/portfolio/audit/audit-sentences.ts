import { peopleWords } from "../../contract/people-words.ts";
import type { Audit } from "../../engine/fairness/audit.ts";

/**
 * The audit in sentences, one for each protected attribute: how many of a hundred in the group least and most often
 * selected (of a regression, how far outcomes lay from what was foretold), the difference with its interval, and what
 * chance has to do with it.
 */
export function auditSentences({ disparities, overall }: Pick<Audit, "disparities" | "overall">): string[] {
  return disparities.flatMap((disparity) => {
    const { name, attributes } = disparity;
    const metric = spokenOf[name];
    if (metric === undefined || attributes.length > 1) return [];
    if (disparity.estimate === null)
      return [`By ${attributes[0]} nothing can be compared: ${disparity.reason.replaceAll("-", " ")}.`];
    const [one, other] = endsOf(disparity, metric, overall);
    const { estimate, low, high, level, n, adjustedPValue } = disparity;
    const interval = (end: (value: number) => string) =>
      low === null || high === null
        ? "no interval, too few rows"
        : `${Number((100 * level).toFixed(6))} % interval ${end(low)} to ${end(high)}`;
    const chance = adjustedPValue === null ? "" : `, ${pText(adjustedPValue)} adjusted for all tests of this audit`;
    if (metric === "meanError") {
      return [
        `Of ${those(one.people)} the outcome lay on average ${aboveOrBelow(one.value)} what was foretold, of ${those(other.people)} ` +
          `${aboveOrBelow(other.value)} (difference ${digits(estimate)}, ${interval(digits)}, n = ${n}${chance}).`,
      ];
    }
    const decimals = decimalsFor(one.value, other.value, estimate);
    const points = (share: number) =>
      (100 * share)
        .toFixed(decimals)
        .replace(/^-(?=0(\.0)?$)/, "")
        .replace("-", "−");
    return [
      `Of 100 ${one.people} ${points(one.value)} were selected, of 100 ${other.people} ${points(other.value)} ` +
        `(difference ${points(estimate)} points, ${interval(points)}, n = ${n}${chance}).`,
    ];
  });
}

/** The disparities that are told, by what they compare. */
const spokenOf: { readonly [name: string]: "selectionRate" | "meanError" } = {
  demographicParityDifference: "selectionRate",
  meanErrorDifference: "meanError",
};

interface End {
  readonly people: string;
  readonly value: number;
}

/** The two that a gap lies between: first the one that is told of. */
function endsOf(
  { comparison, groups }: Audit["disparities"][number],
  metric: string,
  overall: Audit["overall"],
): readonly [End, End] {
  const end = (part: (typeof groups)[number]["part"]) => {
    const found = groups.find((group) => group.part === part)!;
    return { people: peopleWords(found.group), value: found.estimates[metric]! };
  };
  if (comparison === "between-groups") return [end("lowest"), end("highest")];
  const all = { people: "of all", value: overall[metric]?.estimate ?? Number.NaN };
  return [end("furthest"), comparison === "to-reference" ? end("reference") : all];
}

function those(named: string): string {
  return named.startsWith("with ") ? `those ${named}` : named.replace(/^of /, "");
}

/** Four digits: a regression has its own unit. */
function digits(value: number): string {
  return String(Number(value.toPrecision(4))).replace("-", "−");
}

function aboveOrBelow(error: number): string {
  return `${digits(Math.abs(error))} ${error < 0 ? "below" : "above"}`;
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
