import type { PAdjustment } from "../stats/adjusted-pvalues.ts";
import { normalQuantile } from "../stats/normal-quantile.ts";
import { type AuditWarning, auditWarnings } from "./audit-warnings.ts";
import { auditedDisparities, auditedMetrics } from "./audited-metrics.ts";
import { type CalibrationByGroup, calibrationByGroup } from "./calibration/calibration-by-group.ts";
import { type RankGap, rankGaps } from "./calibration/rank-gaps.ts";
import {
  type ConditionalDemographicDisparity,
  conditionalDemographicDisparity,
} from "./control/conditional-demographic-disparity.ts";
import { type ControlledGap, controlledGaps } from "./control/controlled-gap.ts";
import { type DecisionCube, rowsOfCube } from "./cube/decision-cube.ts";
import { adjustedFamily } from "./disparity/adjusted-family.ts";
import { type Disparity, measureDisparity } from "./disparity/disparity.ts";
import { type EntropyDisparity, entropyDisparities, isEntropyName } from "./disparity/entropy-disparity.ts";
import type { Comparison } from "./disparity/gap.ts";
import type { DifferenceInterval } from "./disparity/gap-interval.ts";
import { type MetricName, type MetricSource, metricSource } from "./disparity/metric-source.ts";
import { type Group, groupAttributes } from "./group/group.ts";
import { type ReferenceChoice, referenceGroup } from "./group/reference-group.ts";
import { type ClassAssociation, classAssociation } from "./multiclass/class-association.ts";
import { type ClassDisparity, classDisparities, decisionClasses } from "./multiclass/class-disparities.ts";
import { type Figure, figureOf } from "./rate/figure.ts";
import { type DecisionRule, OUTCOMES } from "./rate/outcome-table.ts";
import { type RateInterval, rateCounts } from "./rate/rate.ts";
import { bootstrapDisparities } from "./resampling/bootstrap-disparities.ts";
import type { BootstrapSettings } from "./resampling/bootstrap-interval.ts";
import { clusterTables } from "./resampling/cluster-tables.ts";
import { type ShrunkenRate, shrunkenRates } from "./resampling/shrunken-rates.ts";
import type { DisparityLimit } from "./verdict/disparity-limit.ts";
import { type JudgedDisparity, judgeDisparity } from "./verdict/verdict.ts";

/** A limit for one choice of attributes, or for every choice where none is named. */
type AuditLimit = DisparityLimit & { readonly attributes?: readonly string[] };

export interface AuditSettings {
  /** Protected attributes; every intersection of them is measured, down to `deepest`. */
  readonly attributes: readonly string[];
  readonly deepest?: number;
  readonly rule: DecisionRule;
  readonly positiveLabel?: string | null;
  readonly comparison?: Comparison;
  readonly reference?: ReferenceChoice;
  readonly level?: number;
  readonly rateInterval?: RateInterval;
  readonly differenceInterval?: DifferenceInterval;
  readonly minimumSupport?: number;
  readonly controls?: readonly string[];
  readonly metrics?: readonly MetricName[];
  readonly disparities?: readonly string[];
  readonly limits?: readonly AuditLimit[];
  /** Chance of a wrong verdict. */
  readonly alpha?: number;
  readonly dataSeenOn?: string;
  readonly adjustment?: PAdjustment | "hierarchical";
  readonly draws?: number;
  /** Bootstrap intervals beside the others, for disparities of label and decision. */
  readonly bootstrap?: {
    readonly replicates: number;
    /** Dimension whose values are drawn whole: persons, queries, templates. */
    readonly clusters?: string;
  } & Pick<BootstrapSettings, "interval" | "resampling">;
  readonly seed: number;
}

interface AuditedGroup {
  readonly group: Group;
  readonly n: number;
  readonly metrics: { readonly [metric: string]: Figure };
  /** Selection rate drawn towards the other groups of the same attributes; null with a single group. */
  readonly shrunkenSelectionRate: ShrunkenRate | null;
}

type AuditedDisparity = (Disparity | EntropyDisparity) & {
  readonly adjustedPValue: number | null;
  /** The same statistic resampled, where that was asked for and can be had. */
  readonly bootstrap?: Figure;
};

export interface Audit {
  readonly rows: number;
  readonly overall: { readonly [metric: string]: Figure };
  readonly groups: readonly AuditedGroup[];
  readonly disparities: readonly AuditedDisparity[];
  readonly verdicts: readonly (JudgedDisparity & { readonly name: string; readonly attributes: readonly string[] })[];
  readonly calibration: readonly CalibrationByGroup[];
  /** Gaps in the selection rate with the control features held fixed; empty without control features. */
  readonly controlled: readonly ControlledGap[];
  /** Demographic disparity of single attributes with the control features held fixed; empty without control features. */
  readonly conditional: readonly (ConditionalDemographicDisparity & { readonly attributes: readonly string[] })[];
  /** Ranks of each group beside the largest; empty without labelled scores. */
  readonly ranks: readonly RankGap[];
  /** Of three classes and more, each against the rest; empty with fewer, or where a score decides. */
  readonly classes: readonly {
    readonly disparities: readonly ClassDisparity[];
    readonly association: ClassAssociation;
  }[];
  readonly warnings: readonly AuditWarning[];
}

/**
 * Everything an audit says, out of a decision cube alone: figures of all groups at every depth with their intervals,
 * disparities with tests adjusted over the whole audit, verdicts against limits, calibration by group, and warnings.
 *
 * The same cube, settings and seed give the same bits.
 *
 * @throws RangeError when an attribute, a disparity or the reference group is not known, or a limit is not whole
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(92, 8, 74, 26), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * auditCube(cube, { attributes: ["sex"], rule: { kind: "decision", favourable: "1" }, seed: 1 }).disparities[0].estimate.toFixed(2) // => "0.18"
 */
export function auditCube(cube: DecisionCube, settings: AuditSettings): Audit {
  const { level = 0.95, seed, attributes, comparison = "between-groups" } = settings;
  const regression = cube.positiveLabel === null;
  const metrics = settings.metrics ?? auditedMetrics(cube);
  const names = settings.disparities ?? auditedDisparities(cube);
  const critical = normalQuantile((1 + level) / 2);
  const sources = groupAttributes(attributes, settings.deepest).map((chosen) => metricSource(cube, chosen, settings));
  const all = sources[0] ?? metricSource(cube, [], settings);
  const measured = sources.map((source) => {
    const reference = comparison === "to-reference" ? referenceOf(source, settings) : null;
    return {
      source,
      about: { comparison, level, seed, ...optional(settings), ...(reference !== null && { reference }) },
    };
  });
  const { bootstrap: asked } = settings;
  const resampled = new Map(
    measured.map(({ source, about }) => [
      source.attributes,
      asked &&
        bootstrapDisparities(source, names, {
          ...about,
          ...resamplingOf(cube, source, settings, asked),
        }),
    ]),
  );
  const entropies = entropyDisparities(sources, names.filter(isEntropyName), { level, seed });
  const raw = measured.flatMap(({ source, about }, k) => [
    ...names.filter((name) => !isEntropyName(name)).map((name) => measureDisparity(source, name, about)),
    ...entropies[k]!,
  ]);
  const adjusted = adjustedFamily(raw, settings.adjustment ?? "holm");
  const verdicts = (settings.limits ?? []).flatMap((limit) =>
    measured
      .filter(({ source }) => limit.attributes === undefined || sameNames(limit.attributes, source.attributes))
      .map(({ source, about }) => ({
        name: limit.disparity,
        attributes: source.attributes,
        ...judgeDisparity(source, limit, {
          ...about,
          ...(settings.alpha !== undefined && { alpha: settings.alpha }),
          ...(settings.dataSeenOn !== undefined && { dataSeenOn: settings.dataSeenOn }),
        }),
      })),
  );
  const controlled = controlledOf(cube, sources, settings);
  return {
    rows: rowsOfCube(cube),
    overall: figuresOf(all, all.groups.length, metrics, level, critical),
    groups: sources.flatMap((source) => groupsOf(source, metrics, level, critical)),
    disparities: raw.map((disparity, k) => {
      const bootstrap = resampled.get(disparity.attributes)?.get(disparity.name);
      return { ...disparity, adjustedPValue: adjusted[k]!, ...(bootstrap && { bootstrap }) };
    }),
    verdicts,
    calibration: regression ? [] : calibrationByGroup(all, sources, { level }),
    controlled,
    conditional: conditionalOf(cube, settings),
    ranks: regression ? [] : sources.flatMap(rankGaps),
    classes: regression ? [] : classesOf(cube, sources, settings),
    warnings: auditWarnings(cube, {
      sources,
      controlled,
      rule: settings.rule,
      positiveLabel: settings.positiveLabel ?? cube.positiveLabel,
    }),
  };
}

function optional({ minimumSupport, draws, differenceInterval }: AuditSettings) {
  return {
    ...(minimumSupport !== undefined && { minimumSupport }),
    ...(draws !== undefined && { draws }),
    ...(differenceInterval !== undefined && { differenceInterval }),
  };
}

function rowsOf({ table }: MetricSource, g: number): number {
  let rows = 0;
  for (let outcome = 0; outcome < OUTCOMES; outcome++) rows += table.n[g * OUTCOMES + outcome]!;
  return rows;
}

function referenceOf(source: MetricSource, { reference = { kind: "largest" }, minimumSupport = 0 }: AuditSettings) {
  return referenceGroup(source.groups, reference, {
    // A group that is left out of the comparison is not what others are compared with.
    rows: source.groups.map((_, g) => (rowsOf(source, g) < minimumSupport ? 0 : rowsOf(source, g))),
    rates: source.groups.map((_, g) => rateCounts(source.table, g, "selectionRate").rate),
  });
}

function figuresOf(
  source: MetricSource,
  g: number,
  metrics: readonly MetricName[],
  level: number,
  critical: number,
): { [metric: string]: Figure } {
  return Object.fromEntries(metrics.map((metric) => [metric, figureOf(source.measure(metric, critical)[g]!, level)]));
}

function groupsOf(
  source: MetricSource,
  metrics: readonly MetricName[],
  level: number,
  critical: number,
): AuditedGroup[] {
  const counts = source.groups.map((_, g) => rateCounts(source.table, g, "selectionRate"));
  const effective = counts.map(({ rate, effectiveN }) =>
    effectiveN > 0 ? { successes: rate * effectiveN, n: effectiveN } : { successes: 0, n: 0 },
  );
  const shrunken = effective.filter(({ n }) => n > 0).length > 1 ? shrunkenRates(effective, level).rates : null;
  return source.groups.map((group, g) => ({
    group,
    n: rowsOf(source, g),
    metrics: figuresOf(source, g, metrics, level, critical),
    shrunkenSelectionRate: shrunken !== null && effective[g]!.n > 0 ? shrunken[g]! : null,
  }));
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

function controlledOf(cube: DecisionCube, sources: readonly MetricSource[], settings: AuditSettings): ControlledGap[] {
  const { controls = [], rule } = settings;
  if (controls.length === 0) return [];
  return sources
    .filter(({ attributes }) => attributes.length === 1)
    .flatMap((source) => {
      const reference = referenceOf(source, settings);
      if (reference === null) return [];
      const about = { attributes: source.attributes, controls, reference: source.groups[reference]!, rule };
      return controlledGaps(cube, { ...about, rate: "selectionRate" });
    });
}

function conditionalOf(cube: DecisionCube, { attributes, controls = [], rule }: AuditSettings): Audit["conditional"] {
  if (controls.length === 0) return [];
  return attributes.flatMap((attribute) =>
    conditionalDemographicDisparity(cube, [attribute], controls, rule).map((one) => ({
      attributes: [attribute],
      ...one,
    })),
  );
}

function classesOf(cube: DecisionCube, sources: readonly MetricSource[], settings: AuditSettings): Audit["classes"] {
  const { rule, comparison, level = 0.95, seed, minimumSupport } = settings;
  if (rule.kind === "threshold" || decisionClasses(cube).length < 3) return [];
  const about = {
    level,
    seed,
    ...(comparison !== undefined && comparison !== "to-reference" && { comparison }),
    ...(minimumSupport !== undefined && { minimumSupport }),
  };
  return sources.map(({ attributes }) => ({
    disparities: classDisparities(cube, attributes, about),
    association: classAssociation(cube, attributes),
  }));
}

function resamplingOf(
  cube: DecisionCube,
  { attributes }: MetricSource,
  { rule, positiveLabel }: AuditSettings,
  { clusters: by, ...rest }: NonNullable<AuditSettings["bootstrap"]>,
) {
  if (by === undefined) return rest;
  return { ...rest, clusters: clusterTables(cube, attributes, by, rule, positiveLabel ?? cube.positiveLabel) };
}
