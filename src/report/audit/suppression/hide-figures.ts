import type { AuditReport } from "../../../contract/audit-report.ts";
import type { SharedDisparity, SharedFigure, SharedGroup, SharedVerdict } from "../shared-audit.ts";
import { type HiddenLayers, type Layer, layerOf } from "./small-counts.ts";

type Whole = AuditReport;
type Metrics = Whole["overall"];
type Group = Whole["groups"][number];

export const suppressed = { estimate: null, reason: "suppressed" } as const;

/** The figures of a group without those whose counts are hidden. */
export function shownMetrics(
  metrics: Metrics,
  group: Group["group"],
  layers: HiddenLayers,
): Record<string, SharedFigure> {
  return Object.fromEntries(
    Object.entries(metrics).map(([metric, figure]) => [
      metric,
      layers.hides(layerOf(metric), group) ? suppressed : figure,
    ]),
  );
}

/** A group as it is shared: without its counts as soon as one of its layers is hidden. */
export function shownGroup(
  { group, n, metrics, counts, shrunkenSelectionRate }: Group,
  layers: HiddenLayers,
): SharedGroup {
  const isHidden = layers.hides("rows", group);
  return {
    group,
    n: isHidden ? null : n,
    metrics: shownMetrics(metrics, group, layers),
    counts: hasAllCounts(group, layers) ? counts : null,
    // It is drawn towards the rates of all groups, hidden ones among them.
    shrunkenSelectionRate: layers.hidesAnyOf("decisions", Object.keys(group)) ? null : shrunkenSelectionRate,
    ...(isHidden && { hidden: layers.isSmall(group) ? ("small" as const) : ("gives-others-away" as const) }),
  };
}

export function hasAllCounts(group: Group["group"], layers: HiddenLayers): boolean {
  return !(["rows", "decisions", "labels", "outcomes"] as const).some((layer) => layers.hides(layer, group));
}

/**
 * A disparity as it is shared. Interval, p-value and spread are made from the rates of all groups, down to the last digit:
 * where a hidden group takes part they are hidden with it. The gap itself stays if the groups at its ends are shown.
 */
export function shownDisparity(disparity: Whole["disparities"][number], layers: HiddenLayers): SharedDisparity {
  const named = Object.keys(disparity.groups[0]?.estimates ?? {});
  const metrics: readonly Layer[] = named.length === 0 ? ["outcomes"] : named.map(layerOf);
  const hides = (group: Group["group"]) => metrics.some((layer) => layers.hides(layer, group));
  const groups = disparity.groups.map((each) => shownPart(each, hides(each.group), layers));
  const isTouched =
    named.length === 0
      ? layers.hidesAnyOf("outcomes", disparity.attributes) || layers.hides("outcomes", {})
      : disparity.groups.some(({ group }) => hides(group)) || (disparity.comparison === "to-overall" && hides({}));
  if (!isTouched) return { ...disparity, groups };
  const ends = disparity.groups.filter(({ part }) => part !== undefined);
  const isAtAnEnd =
    ends.length === 0 || ends.some(({ group }) => hides(group)) || (disparity.comparison === "to-overall" && hides({}));
  const { name, attributes, comparison, kind } = disparity;
  const isShown = disparity.estimate !== null && !isAtAnEnd && metrics.length === 1;
  const about = {
    name,
    attributes,
    comparison,
    kind,
    // Which of the shown groups come first and last tells where the hidden ones lie.
    groups: isShown ? groups : groups.map(({ part: _, ...group }) => group),
    pValue: null,
    test: null,
    adjustedPValue: null,
    debiased: null,
  };
  if (disparity.estimate === null || !isShown) return { ...suppressed, ...about };
  const { estimate, level } = disparity;
  return { estimate, low: null, high: null, level, n: null, method: "none", reason: "suppressed", ...about };
}

type ComparedGroup = Whole["disparities"][number]["groups"][number];

/** A hidden group keeps its name alone: where it stands, and why it has no figure, would tell of its counts. */
function shownPart(each: ComparedGroup, isHidden: boolean, layers: HiddenLayers): SharedDisparity["groups"][number] {
  if (!isHidden) return { ...each, n: layers.hides("rows", each.group) ? null : each.n };
  const { group, n, estimates, excluded } = each;
  const reason = excluded === "below-minimum-support" ? excluded : "suppressed";
  return {
    group,
    n: layers.hides("rows", group) ? null : n,
    estimates: Object.fromEntries(Object.keys(estimates).map((name) => [name, null])),
    ...(excluded !== undefined && { excluded: reason }),
  };
}

/** A verdict as it is shared: the word stays, the figure goes the way of its disparity. */
export function shownVerdict(
  verdict: Whole["verdicts"][number],
  disparities: readonly SharedDisparity[],
  layers: HiddenLayers,
): SharedVerdict {
  const own = disparities.find(
    ({ name, attributes }) => name === verdict.name && attributes.join("\n") === verdict.attributes.join("\n"),
  );
  const unknownGroups = verdict.unknownGroups.map(({ group, reason }) => ({
    group,
    reason: layers.hides("outcomes", group) ? "suppressed" : reason,
  }));
  const isWhole = own ? own.reason !== "suppressed" : !layers.hidesAnyOf("outcomes", verdict.attributes);
  if (isWhole) return { ...verdict, unknownGroups };
  const estimate = own?.estimate ?? null;
  const figure: SharedFigure =
    estimate === null || verdict.figure.estimate === null
      ? suppressed
      : {
          estimate: verdict.figure.estimate,
          low: null,
          high: null,
          level: verdict.figure.level,
          n: null,
          method: "none",
          reason: "suppressed",
        };
  return { ...verdict, figure, requiredN: null, unknownGroups };
}
