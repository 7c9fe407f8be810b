import type { AuditFigure } from "../../../contract/audit-report.ts";
import { peopleWords } from "../../../contract/people-words.ts";
import { formatNumber, plural } from "../format-number.ts";
import { formatShare, ofHundred } from "./format-rate.ts";
import type { GroupValues } from "./group-words.ts";

/** A group at its threshold. */
export interface ThresholdedRate {
  readonly group: GroupValues;
  readonly threshold: number;
  readonly rate: AuditFigure;
}

/** A threshold as it is read: "0.62", or "none" for one that nobody reaches. */
export function thresholdText(threshold: number): string {
  return threshold === Number.POSITIVE_INFINITY ? "none" : String(Number(threshold.toFixed(4)));
}

/**
 * "With one threshold of 0.62, of 100 women 31 are selected, of 100 men 52.": of more than two groups the one least and
 * the one most often selected.
 */
export function thresholdSentence(groups: readonly ThresholdedRate[], scope: "common" | "per-group"): string {
  return `${conditionOf(groups, scope)}, ${selectionWords(groups)}.`;
}

/** The same without the condition: "Of 100 women 31 are selected, of 100 men 52". */
export function selectionFinding(groups: readonly ThresholdedRate[]): string {
  const words = selectionWords(groups);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function conditionOf(groups: readonly ThresholdedRate[], scope: "common" | "per-group"): string {
  const [first] = groups;
  const one = first === undefined ? "none" : thresholdText(first.threshold);
  if (scope === "common")
    return one === "none" ? "With a threshold that nobody reaches" : `With one threshold of ${one}`;
  if (groups.length > 3) return "With a threshold for each group";
  const parts = groups.map(({ group, threshold }) => `${thresholdText(threshold)} for ${peopleOf(group)}`);
  const [last, ...before] = parts.toReversed();
  return `With a threshold of ${before.length === 0 ? last : `${before.toReversed().join(", ")} and ${last}`}`;
}

function selectionWords(groups: readonly ThresholdedRate[]): string {
  const known = groups.flatMap(({ group, rate }) => (rate.estimate === null ? [] : [{ group, rate: rate.estimate }]));
  if (known.length === 0) return "nothing can be said of any group";
  const ends =
    known.length <= 2
      ? known
      : [
          known.reduce((least, each) => (each.rate < least.rate ? each : least)),
          known.reduce((most, each) => (each.rate > most.rate ? each : most)),
        ];
  const [one, other] = ends as [(typeof known)[number], (typeof known)[number] | undefined];
  if (other === undefined || other === one)
    return `of 100 ${peopleWords(one.group)} ${ofHundred(one.rate)} are selected`;
  // Whole people, unless those would hide a gap that is there.
  const isHidden = ofHundred(one.rate) === ofHundred(other.rate) && one.rate !== other.rate;
  const say = isHidden ? formatShare : ofHundred;
  return `of 100 ${peopleWords(one.group)} ${say(one.rate)} are selected, of 100 ${peopleWords(other.group)} ${say(other.rate)}`;
}

/** People of a group after "for": "women", "those with race Black". */
function peopleOf(group: GroupValues): string {
  const words = peopleWords(group);
  return /^(with|whose)\b/.test(words) ? `those ${words}` : words;
}

/** What a trial changes against the audited decisions: "94 more selected, 12 fewer wrongly, at 1.2 points less accuracy". */
export function changeWords(
  before: { readonly selected: number; readonly accuracy: number | null },
  after: { readonly selected: number; readonly accuracy: number | null },
): string {
  const more = Math.round(after.selected - before.selected);
  const selected =
    more === 0
      ? "as many selected as in the audit"
      : `${formatNumber(Math.abs(more))} ${more > 0 ? "more" : "fewer"} ${plural("person", Math.abs(more), "people")} selected than in the audit`;
  if (before.accuracy === null || after.accuracy === null) return selected;
  const points = (after.accuracy - before.accuracy) * 100;
  const rounded = formatNumber(Math.abs(points), 1);
  return `${selected}, ${rounded === "0" ? "accuracy unchanged" : `${rounded} points ${points > 0 ? "more" : "less"} accuracy`}`;
}

/**
 * Where the ratio of selection rates would stay above its limit: "Up to 0.21 the selection rates would stay above 0.8 of
 * one another"; the plain name of the chart without a limit.
 */
export function sweepFinding({
  grid,
  ratios,
  bound,
  whose,
}: {
  readonly grid: readonly number[];
  readonly ratios: readonly (number | null)[];
  readonly bound: number | null;
  readonly whose: string;
}): string {
  if (bound === null) return `How gaps and cost move with ${whose}`;
  const runs: { from: number; to: number }[] = [];
  for (const [k, threshold] of grid.entries()) {
    const ratio = ratios[k] ?? null;
    if (ratio === null || ratio <= bound) continue;
    const last = runs.at(-1);
    if (last && k > 0 && last.to === grid[k - 1]) last.to = threshold;
    else runs.push({ from: threshold, to: threshold });
  }
  const line = `the lowest selection rate would be above ${formatNumber(bound, 4)} of the highest`;
  if (runs.length === 0) return `At no threshold ${line}`;
  if (runs.length === 1 && runs[0]!.to === grid.at(-1) && runs[0]!.from === grid[0])
    return `At every threshold ${line}`;
  const words = runs.map(({ from, to }) =>
    from === grid[0]
      ? `up to ${thresholdText(to)}`
      : from === to
        ? `at ${thresholdText(from)}`
        : `from ${thresholdText(from)} to ${thresholdText(to)}`,
  );
  const shown = words.length > 3 ? [...words.slice(0, 2), "further up"] : words;
  const [final = "", ...before] = shown.toReversed();
  const list = before.length === 0 ? final : `${before.toReversed().join(", ")} and ${final}`;
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} ${line}`;
}

/** What an aim is called in a table, and over an axis. */
export const aimWords = {
  "least-cost": { name: "Least cost", short: "least cost" },
  "demographic-parity": { name: "Demographic parity", short: "same rate" },
  "equal-opportunity": { name: "Equal opportunity", short: "same chance" },
  "equalized-odds": { name: "Equalized odds", short: "same odds" },
} as const;

/** Facts about law to take to who knows it: nothing is said about the case at hand. */
export const differentThresholdsNote =
  "Different thresholds by group treat people differently because of the group, which may itself be unlawful disparate treatment. " +
  "In the United States 42 U.S.C. § 2000e-2(l) forbids different cutoff scores of employment tests by race, color, religion, sex or national origin, " +
  "and 15 U.S.C. § 1691(a) forbids discrimination in lending on these and other grounds; Article 21 of the EU Charter forbids it on an open list of grounds. " +
  "Facts to ask a lawyer about, not advice.";
