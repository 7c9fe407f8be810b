/** What a kept audit's report can be read as. */
export const auditFormats = [
  "html",
  "markdown",
  "csv-fairlearn",
  "csv-aequitas",
  "model-card",
  "cyclonedx",
  "json",
] as const;
export type AuditFormat = (typeof auditFormats)[number];
