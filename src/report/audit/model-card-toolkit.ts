import type { AboutReport } from "./document/about-report.ts";
import { verdictText } from "./model-card/card-considerations.ts";
import { cardMetrics } from "./model-card/card-metrics.ts";
import type { SharedAudit } from "./shared-audit.ts";

/**
 * The audit as a model card of Google's Model Card Toolkit, schema 0.0.2, as JSON: every figure with its slice and its
 * interval, verdicts as ethical considerations, warnings as limitations. What an audit does not know (owners, use cases,
 * architecture) is left to the card it is merged into.
 */
export function modelCardToolkit(report: SharedAudit, about: AboutReport = {}): string {
  const { source, mapping, sentences, verdicts, warnings } = report;
  const hash = source.hash === null ? "" : `, SHA-256 ${source.hash}`;
  const card = {
    schema_version: "0.0.2",
    model_details: {
      name: about.system ?? source.name,
      overview: `Fairness audit by ${(mapping.protected ?? []).join(", ")}`,
      documentation: sentences.join(" "),
      ...(about.preparedOn !== undefined && { version: { date: about.preparedOn } }),
    },
    model_parameters: {
      data: [
        {
          name: source.name,
          description: `Decisions that were audited${report.rows === null ? "" : `, ${report.rows} rows`}${hash}`,
          sensitive: { sensitive_data: mapping.protected ?? [] },
        },
      ],
    },
    quantitative_analysis: {
      performance_metrics: cardMetrics(report).map(({ type, value, slice, interval }) => ({
        type,
        value,
        ...(slice !== null && { slice }),
        ...(interval && { confidence_interval: { lower_bound: interval.low, upper_bound: interval.high } }),
      })),
    },
    considerations: {
      limitations: warnings.map(({ message }) => ({ description: message })),
      ethical_considerations: verdicts.map((verdict) => ({ name: verdictText(verdict) })),
    },
  };
  return `${JSON.stringify(card, null, 2)}\n`;
}
