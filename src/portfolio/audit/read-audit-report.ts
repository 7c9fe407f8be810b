import { type AuditReport, auditReport } from "../../contract/audit-report.ts";
import { Failure, type Mistake } from "../../contract/failure.ts";
import { placed } from "../mistakes/placed.ts";
import { structureFindings } from "../mistakes/structure.ts";
import { parseYaml } from "../parse-yaml.ts";

/** Of a longer report only the path of a mistake is told: finding its line would take longer than the audit. */
const mostPlaced = 4_000_000;
const mostShown = 5;

/** The report that `plimsoll audit --json` has printed. @throws Failure with what is wrong, at its line */
export function readAuditReport(bytes: Uint8Array, file: string): AuditReport {
  const refuse = (mistakes: readonly Mistake[]) =>
    new Failure(
      "invalid-input",
      `${file} is not the report of an audit`,
      "give what plimsoll audit --json has printed",
      mistakes.map((mistake) => ({ file, ...mistake })),
    );
  let text = "";
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse([
      { path: "", line: 1, what: "file is not UTF-8", remedy: "give what plimsoll audit --json has printed" },
    ]);
  }
  const value = jsonOf(text, refuse);
  if (typeof value === "object" && value !== null && "suppressed" in value) {
    const what = "small cells are hidden in it, and what is hidden cannot be compared";
    throw refuse([{ path: "/suppressed", what, remedy: "give the whole report, as --json prints it" }]);
  }
  const parsed = auditReport.safeParse(value);
  if (parsed.success) return parsed.data;
  const findings = structureFindings(auditReport, value).slice(0, mostShown);
  const yaml = text.length > mostPlaced ? null : parseYaml(text, file);
  if (yaml && "positions" in yaml) throw refuse(placed(findings, yaml.positions));
  throw refuse(
    findings.map(({ path, what, remedy }) => ({
      path: `/${path.join("/")}`,
      what: `${path.join(".")}: ${what}`,
      remedy,
    })),
  );
}

function jsonOf(text: string, refuse: (mistakes: readonly Mistake[]) => Failure): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    const [, found] = /position (\d+)/.exec(message) ?? [];
    // Of a short text that breaks off or is something else altogether, no place is told.
    const isCut = /end of|unterminated/i.test(message);
    const at = found !== undefined ? Number(found) : isCut ? text.trimEnd().length : 0;
    const before = text.slice(0, at).split("\n");
    throw refuse([
      {
        path: "",
        line: before.length,
        column: before.at(-1)!.length + 1,
        what: text.trim() === "" ? "the file is empty" : "no JSON from here on",
        remedy: "give the report as it was printed",
      },
    ]);
  }
}
