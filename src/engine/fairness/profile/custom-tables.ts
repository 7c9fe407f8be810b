import { koopmanInterval } from "../../stats/koopman-interval.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import type { DecisionCube } from "../cube/decision-cube.ts";
import { type Disparity, measureDisparity } from "../disparity/disparity.ts";
import type { Comparison } from "../disparity/gap.ts";
import { METRIC_NAMES, type MetricName, type MetricSettings, metricSource } from "../disparity/metric-source.ts";
import type { Group } from "../group/group.ts";
import { type ReferenceChoice, referenceGroup } from "../group/reference-group.ts";
import { isRateMetric } from "../rate/count-metric.ts";
import { type Figure, figureOf } from "../rate/figure.ts";
import { OUTCOMES } from "../rate/outcome-table.ts";
import { type RateName, rateCounts } from "../rate/rate.ts";

/** One table that somebody asks for. */
export type CustomTable = { readonly title?: string; readonly attributes: readonly string[] } & (
  | { readonly show: "rates"; readonly metrics: readonly string[] }
  /** Each group's rate ÷ the highest, or ÷ the reference's where one is given. */
  | { readonly show: "impact-ratio"; readonly metric: string; readonly reference?: ReferenceChoice }
  | {
      readonly show: "disparity";
      readonly disparities: readonly string[];
      readonly comparison?: Comparison;
      readonly reference?: ReferenceChoice;
    }
);

interface ImpactRow {
  readonly group: Group;
  readonly rate: Figure;
  /** With Koopman's interval; null of the reference itself, and where either rate cannot be had. */
  readonly ratio: { readonly estimate: number; readonly low: number; readonly high: number } | null;
  readonly role: "reference" | "compared";
}

/** A table filled in; it judges nothing. */
export type FilledTable = { readonly title: string | null; readonly attributes: readonly string[] } & (
  | {
      readonly show: "rates";
      readonly rows: readonly {
        readonly group: Group;
        readonly n: number;
        readonly metrics: { readonly [metric: string]: Figure };
      }[];
    }
  | {
      readonly show: "impact-ratio";
      readonly metric: string;
      readonly reference: Group | null;
      readonly rows: readonly ImpactRow[];
    }
  | { readonly show: "disparity"; readonly disparities: readonly Disparity[] }
);

/**
 * Fills the tables of a profile of one's own: rates of groups, impact ratios, disparities.
 *
 * @throws RangeError when a metric, a disparity, an attribute or a reference is not known
 * @example
 * const dimensions = [{ name: "sex", role: "attribute", values: ["f", "m"] }, { name: "decision", role: "decision", values: ["0", "1"] }];
 * const codes = [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1)];
 * const cube = { dimensions, codes, n: Float64Array.of(92, 8, 75, 25), sums: {}, scores: { kind: "none" }, positiveLabel: "1" };
 * const tables = [{ show: "impact-ratio", metric: "selectionRate", attributes: ["sex"] }];
 * const [table] = customTables(cube, tables, { rule: { kind: "decision", favourable: "1" }, level: 0.95, seed: 1 });
 * table.rows.map(({ ratio, role }) => ratio?.estimate ?? role) // => [0.32, "reference"]
 */
export function customTables(
  cube: DecisionCube,
  tables: readonly CustomTable[],
  settings: MetricSettings & { readonly level: number; readonly seed: number; readonly draws?: number },
): FilledTable[] {
  const { level, seed, draws } = settings;
  const critical = normalQuantile((1 + level) / 2);
  return tables.map((table): FilledTable => {
    const { attributes } = table;
    const source = metricSource(cube, attributes, settings);
    const about = { title: table.title ?? null, attributes };
    const rows = source.groups.map((_, g) =>
      source.table.n.subarray(g * OUTCOMES, (g + 1) * OUTCOMES).reduce((sum, n) => sum + n, 0),
    );
    const position = (choice: ReferenceChoice, rate: RateName) =>
      referenceGroup(source.groups, choice, {
        rows,
        rates: source.groups.map((_, g) => rateCounts(source.table, g, rate).rate),
      });
    if (table.show === "rates") {
      const columns = table.metrics.map(metricNamed).map((metric) => ({
        metric,
        measured: source.measure(metric, critical),
      }));
      return {
        ...about,
        show: "rates",
        rows: source.groups.map((group, g) => ({
          group,
          n: rows[g]!,
          metrics: Object.fromEntries(columns.map(({ metric, measured }) => [metric, figureOf(measured[g]!, level)])),
        })),
      };
    }
    if (table.show === "disparity") {
      const { comparison = "between-groups", reference: choice } = table;
      const reference = comparison === "to-reference" ? position(choice ?? { kind: "largest" }, "selectionRate") : null;
      const asked = {
        comparison,
        level,
        seed,
        ...(draws !== undefined && { draws }),
        ...(reference !== null && { reference }),
      };
      return {
        ...about,
        show: "disparity",
        disparities: table.disparities.map((name) => measureDisparity(source, name, asked)),
      };
    }
    const metric = metricNamed(table.metric);
    if (!isRateMetric(metric))
      throw new RangeError(`impact ratio of what is no rate: ${metric}; take selectionRate, or show rates`);
    const base = position(table.reference ?? { kind: "best-rate" }, metric);
    const measured = source.measure(metric, critical);
    const proportion = (g: number) => {
      const { rate, effectiveN } = rateCounts(source.table, g, metric);
      return { successes: rate * effectiveN, n: effectiveN };
    };
    return {
      ...about,
      show: "impact-ratio",
      metric,
      reference: base === null ? null : source.groups[base]!,
      rows: source.groups.map((group, g): ImpactRow => {
        const [own, against] = [measured[g]!.estimate, base === null ? null : measured[base]!.estimate];
        const compared = g !== base && own !== null && against !== null && against > 0;
        const [low, high] = compared ? koopmanInterval(proportion(g), proportion(base!), critical) : [0, 0];
        return {
          group,
          rate: figureOf(measured[g]!, level),
          ratio: compared ? { estimate: own / against, low, high } : null,
          role: g === base ? "reference" : "compared",
        };
      }),
    };
  });
}

function metricNamed(name: string): MetricName {
  const found = METRIC_NAMES.find((metric) => metric === name);
  if (found) return found;
  throw new RangeError(`metric not known: ${name}; there are ${METRIC_NAMES.join(", ")}`);
}
