import { expect, test } from "vitest";
import { fewestShown, reportFormat, reportFormats } from "./report-formats.ts";

test.each([
  [{}, "text"],
  [{ output: "audit.txt" }, "text"],
  [{ output: "audit" }, "text"],
  [{ output: "audit.constructor" }, "text"],
  [{ output: "Audit.HTML" }, "html"],
  [{ output: "a/b.md" }, "markdown"],
  [{ output: "report.json" }, "json"],
  [{ output: "bom.cdx.json" }, "cyclonedx"],
  [{ json: true, output: "report.html" }, "json"],
  [{ format: "markdown", output: "report.html" }, "markdown"],
] as const)("%j is written as %s", (asked, format) => {
  expect(reportFormat(asked)).toBe(format);
});

test("only what stays with whoever has the decisions shows small cells unasked", () => {
  const shared = reportFormats.filter((format) => format !== "text" && fewestShown(format) > 0);
  expect(shared).toEqual(reportFormats.filter((format) => format !== "text" && format !== "json"));
});
