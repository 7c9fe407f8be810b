import type { AboutReport } from "./document/about-report.ts";
import { groupsAtRisk, verdictText } from "./model-card/card-considerations.ts";
import { cardMetrics } from "./model-card/card-metrics.ts";
import type { SharedAudit } from "./shared-audit.ts";

/**
 * The audit as a CycloneDX ML-BOM, as JSON: one machine-learning model with a model card that holds every figure with its
 * slice and interval, a fairness assessment for the group least often selected by each attribute, verdicts and warnings.
 * Without serial number and time, so that the same report gives the same file.
 *
 * @param specVersion - of CycloneDX; the card is the same in both
 */
export function cycloneDxModelCard(
  report: SharedAudit,
  about: AboutReport = {},
  specVersion: "1.6" | "1.7" = "1.6",
): string {
  const { source, mapping, settings, verdicts, warnings, program } = report;
  const name = about.system ?? source.name;
  const bom = {
    bomFormat: "CycloneDX",
    specVersion,
    version: 1,
    metadata: { tools: { components: [{ type: "application", name: program.name, version: program.version }] } },
    components: [
      {
        type: "machine-learning-model",
        "bom-ref": `model:${name}`,
        name,
        modelCard: {
          modelParameters: {
            task: mapping.task === "regression" ? "regression" : "classification",
            datasets: [{ type: "dataset", name: source.name, sensitiveData: mapping.protected ?? [] }],
          },
          quantitativeAnalysis: {
            performanceMetrics: cardMetrics(report).map(({ type, value, slice, interval }) => ({
              type,
              value,
              ...(slice !== null && { slice }),
              ...(interval && { confidenceInterval: { lowerBound: interval.low, upperBound: interval.high } }),
            })),
          },
          considerations: {
            technicalLimitations: warnings.map(({ message }) => message),
            ethicalConsiderations: verdicts.map((verdict) => ({ name: verdictText(verdict) })),
            fairnessAssessments: groupsAtRisk(report).map(({ group, benefits, harms }) => ({
              groupAtRisk: group,
              benefits,
              harms,
            })),
          },
          properties: [
            ...(source.hash === null ? [] : [{ name: "plimsoll:dataSha256", value: source.hash }]),
            ...(report.countsHash === null ? [] : [{ name: "plimsoll:countsSha256", value: report.countsHash }]),
            { name: "plimsoll:method", value: `${report.method.name} ${report.method.version}` },
            { name: "plimsoll:seed", value: String(settings.seed) },
            { name: "plimsoll:level", value: String(settings.level) },
            ...(report.suppressed
              ? [{ name: "plimsoll:countsHiddenBelow", value: String(report.suppressed.below) }]
              : []),
          ],
        },
      },
    ],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}
