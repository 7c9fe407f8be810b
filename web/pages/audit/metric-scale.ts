import { formatShare } from "../../../src/chart/series/fairness/format-rate.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";
import { RATE_NAMES } from "../../../src/engine/fairness/rate/rate.ts";

/** What a metric is told in: of a hundred, from 0 to 1, or in a unit of its own. */
export type MetricScale = "share" | "unit-interval" | "own-unit";

const shares: ReadonlySet<string> = new Set([...RATE_NAMES, "balancedAccuracy", "averageOdds", "f1"]);
const fromZeroToOne: ReadonlySet<string> = new Set(["auc", "brier", "expectedCalibrationError", "meanScore"]);

export function metricScale({ mapping }: Pick<AuditReport, "mapping">, metric: string): MetricScale {
  if (shares.has(metric)) return "share";
  return fromZeroToOne.has(metric) && mapping.task !== "regression" ? "unit-interval" : "own-unit";
}

/** A figure on its scale, without its unit: "18.3", "0.981", "1,204.5". */
export function formatMetric(scale: MetricScale, value: number): string {
  if (scale === "share") return formatShare(value);
  const text = value.toFixed(3).replace("-", "−");
  if (scale === "unit-interval") return text;
  return Math.abs(value) < 10 ? text : formatNumber(value, Math.abs(value) < 1000 ? 1 : 0);
}

/** A figure with its unit, as a sentence says it. */
export function metricText(scale: MetricScale, value: number): string {
  return scale === "share" ? `${formatMetric(scale, value)}\u00a0%` : formatMetric(scale, value);
}
