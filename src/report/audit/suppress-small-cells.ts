import type { AuditReport } from "../../contract/audit-report.ts";
import { MISSING } from "../../engine/fairness/cube/decision-cube.ts";
import type { SharedAudit, SharedDisparity } from "./shared-audit.ts";
import { hiddenGroups } from "./suppression/hidden-groups.ts";
import { shownCalibration } from "./suppression/hide-calibration.ts";
import {
  hasAllCounts,
  shownDisparity,
  shownGroup,
  shownMetrics,
  shownVerdict,
  suppressed,
} from "./suppression/hide-figures.ts";
import { shownProfile } from "./suppression/hide-profile.ts";
import { rollUpEquations } from "./suppression/roll-up-equations.ts";
import { type HiddenLayers, hiddenLayers } from "./suppression/small-counts.ts";

/**
 * The report as it may leave the house: no count from 1 to below a limit is in it or can be found from it.
 *
 * A group with fewer rows is hidden with all its figures, one with fewer favourable decisions (or fewer others) loses the
 * figures made of decisions, and so on for labels and outcomes; beside it as many others as it takes to keep it from being
 * found by adding and subtracting. What is made from all groups to the last digit (intervals, p-values, the hash of the
 * counts) goes with them, the words of verdicts stay. A report without a small count comes back as it is, and says so.
 *
 * @param below - counts from 1 to below it are hidden; 10 by custom, at 1 nothing is
 * @throws RangeError when `below` is not a whole number from 1 on
 */
export function suppressSmallCells(report: AuditReport, below = 10): SharedAudit {
  if (!Number.isInteger(below) || below < 1)
    throw new RangeError(`smallest count to be shown: ${below}; take a whole number from 1 on, such as 10`);
  if (below === 1) return report;
  const layers = hiddenLayers(report, below);
  const isWhole = (["rows", "decisions", "labels", "outcomes"] as const).every(
    (layer) => layers.placesIn(layer).size === 0,
  );
  const { level } = report.settings;
  const calibration = shownCalibration(
    report.calibration,
    { level, weighted: report.mapping.weight !== undefined },
    layers,
  );
  const profile = shownProfile(report.profile, layers);
  const funnel = report.funnel.map((each) => shownFunnel(each, layers));
  // Levels of the control features are cells of their own, and may be small where no group is.
  const controlled = report.controlled.map((each) => shownControlled(each, layers));
  const disparities = report.disparities.map((disparity) => shownDisparity(disparity, layers));
  const sentences = [...shownSentences(report, disparities), ...sentencesOfLikes(report, controlled)];
  if (isWhole) return { ...report, suppressed: { below }, controlled, calibration, profile, funnel, sentences };
  return {
    ...report,
    suppressed: { below },
    countsHash: null,
    rows: layers.hides("rows", {}) ? null : report.rows,
    overall: shownMetrics(report.overall, {}, layers),
    counts: hasAllCounts({}, layers) ? report.counts : null,
    groups: report.groups.map((group) => shownGroup(group, layers)),
    disparities,
    verdicts: report.verdicts.map((verdict) => shownVerdict(verdict, disparities, layers)),
    calibration,
    controlled,
    conditional: report.conditional.filter(({ attributes }) => !layers.hidesAnyOf("decisions", attributes)),
    ranks: report.ranks.filter(({ attributes }) => !layers.hidesAnyOf("scores", attributes)),
    classDisparities: [],
    classes: report.classes.map((one) => ({
      ...one,
      overall: shownMetrics(one.overall, {}, layers),
      groups: one.groups.map((group) => shownGroup(group, layers)),
      disparities: one.disparities.map((disparity) => shownDisparity(disparity, layers)),
    })),
    funnel,
    profile,
    // Another program's figures of every group, under names that say nothing of their counts.
    compatibility: null,
    sentences,
    warnings: [...report.warnings.map((warning) => shownWarning(warning, layers)), notice(below)],
  };
}

function notice(below: number): AuditReport["warnings"][number] {
  return {
    code: "suppressed",
    message: `counts from 1 to ${below - 1} are hidden, and so is what would give them away`,
  };
}

type Controlled = AuditReport["controlled"][number];

/** Differences to the point: with all their digits they would tell the counts within each level. */
function shownControlled(one: Controlled, layers: HiddenLayers): Controlled {
  const isHidden = layers.hides("decisions", one.group) || layers.hides("decisions", one.reference);
  if (isHidden) return { ...one, crude: null, within: null, pattern: "unknown", strata: [] };
  const rank = [...one.strata].sort((a, b) => a.n - b.n);
  // Rows of a level are those of two groups.
  const fewest = 2 * layers.below;
  let out = rank.filter(({ n }) => n < fewest).length;
  while (out > 0 && out < rank.length && (out < 2 || total(rank.slice(0, out)) < fewest)) out++;
  const left = new Set(rank.slice(out));
  const toThePoint = (value: number) => Math.round(value * 100) / 100;
  return {
    ...one,
    within: one.within === null ? null : toThePoint(one.within),
    strata: one.strata.flatMap((stratum) =>
      left.has(stratum) ? [{ ...stratum, difference: toThePoint(stratum.difference) }] : [],
    ),
  };
}

function total(strata: readonly { readonly n: number }[]): number {
  return strata.reduce((sum, { n }) => sum + n, 0);
}

type Funnel = AuditReport["funnel"][number];

function shownFunnel(funnel: Funnel, layers: HiddenLayers): SharedAudit["funnel"][number] {
  const groups = funnel.steps[0]?.groups.map(({ group }) => group) ?? [];
  const own = groups.map((_, g) =>
    funnel.steps.flatMap(({ groups: each }) => [each[g]!.passed, each[g]!.entered - each[g]!.passed]),
  );
  const all = (own[0] ?? []).map((_, kind) => own.reduce((sum, counts) => sum + counts[kind]!, 0));
  const { hidden } = hiddenGroups({
    equations: rollUpEquations(groups),
    sizes: [all[0] ?? 0, ...groups.map((_, g) => funnel.steps[0]!.groups[g]!.entered)],
    counts: [all, ...own],
    below: layers.below,
    hidden: groups.flatMap((group, g) => (layers.hides("decisions", group) ? [g + 1] : [])),
  });
  if (hidden.size === 0) return funnel;
  return {
    ...funnel,
    steps: funnel.steps.map((step) => ({
      ...step,
      groups: step.groups.map((each, g) =>
        hidden.has(g + 1) || hidden.has(0) ? { ...each, entered: null, passed: null, rate: suppressed } : each,
      ),
      disparity: {
        ...suppressed,
        ...about(step.disparity),
        groups: step.disparity.groups.map(({ group }) => ({ group, n: null, estimates: {} })),
      },
    })),
  };
}

function about({ name, attributes, comparison, kind }: AuditReport["disparities"][number]) {
  return { name, attributes, comparison, kind, pValue: null, test: null, adjustedPValue: null, debiased: null };
}

/** A report's sentences begin with one for each attribute, in their order. */
function spokenDisparities({ disparities }: AuditReport): number[] {
  return disparities.flatMap(({ name, attributes }, k) => (isSpoken.test(name) && attributes.length === 1 ? [k] : []));
}

const isSpoken = /^(demographicParity|meanError)Difference$/;

/** Sentences of disparities that are shown whole; of the others what can be said. */
function shownSentences(report: AuditReport, shown: readonly SharedDisparity[]): string[] {
  return spokenDisparities(report).flatMap((k, place) => {
    const { attributes, estimate, reason, name } = shown[k]!;
    const sentence = report.sentences[place];
    if (reason !== "suppressed") return sentence !== undefined && /^(Of|By) /.test(sentence) ? [sentence] : [];
    if (estimate === null || name === "meanErrorDifference")
      return [`By ${attributes[0]} the difference is not shown: it would give away the counts of a small group.`];
    return [
      `By ${attributes[0]} the selection rates differ by ${(100 * estimate).toFixed(1).replace("-", "−")} points; the interval would give away the counts of a small group.`,
    ];
  });
}

/** What is said of gaps among likes, unless a group or a level of it is hidden. */
function sentencesOfLikes(report: AuditReport, shown: readonly Controlled[]): string[] {
  const isWhole = shown.every(
    ({ crude, strata }, k) =>
      crude === report.controlled[k]!.crude && strata.length === report.controlled[k]!.strata.length,
  );
  return isWhole ? report.sentences.slice(spokenDisparities(report).length) : [];
}

function shownWarning(warning: AuditReport["warnings"][number], layers: HiddenLayers): AuditReport["warnings"][number] {
  const { code, message } = warning;
  const isAboutHidden = (attribute: string) => layers.hides("rows", { [attribute]: MISSING });
  if (code === "missing-values") {
    const [, attribute] = /^rows without a value of (.*), kept as a group: \d+$/.exec(message) ?? [];
    return attribute !== undefined && !isAboutHidden(attribute)
      ? warning
      : { code, message: message.replace(/\d+$/, "hidden") };
  }
  if (code === "gap-reverses-within-control")
    return { code, message: message.replace(/, from \S+ to \S+ percentage points$/, "") };
  return warning;
}
