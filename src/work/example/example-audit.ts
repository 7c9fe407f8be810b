import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { AuditLimit } from "../../contract/audit-mapping.ts";
import { auditSettings } from "../../contract/audit-request.ts";
import { cubeColumns } from "../../engine/fairness/cube/cube-columns.ts";
import { measureDecisions } from "../../portfolio/audit/measure-decisions.ts";
import { type AuditBrief, auditBrief } from "../../register/audit/audit-brief.ts";
import type { AuditContent } from "../../register/audit/audit-queries.ts";
import { programVersion } from "../audit/program-version.ts";
import { countedDecisions } from "./counted-decisions.ts";
import type { ExampleAudit } from "./example-audits.ts";

/** An audit that is to be made: what is said of it, its counted decisions, and its system's lines. */
export interface ExampleAuditTask {
  readonly audit: Pick<ExampleAudit, "source" | "dataSeenOn" | "mapping">;
  readonly counts: string;
  readonly limits: AuditLimit[];
}

export interface MadeExampleAudit {
  readonly brief: AuditBrief;
  readonly content: AuditContent;
}

/** Measures the decisions of one of the example's audits, as the program measures any. */
export function exampleAudit({ audit, counts, limits }: ExampleAuditTask): MadeExampleAudit {
  const { source, dataSeenOn, mapping } = audit;
  const cube = countedDecisions(counts, mapping);
  const columns = JSON.stringify(cubeColumns(cube));
  const origin = {
    source: { name: source, format: "postgres" as const, hash: null },
    countsHash: createHash("sha256").update(columns).digest("hex"),
    program: { name: "plimsoll" as const, version: programVersion() },
    mapping: { ...mapping, favourableDecision: "1", ...(mapping.label !== undefined && { positiveLabel: "1" }) },
    guessed: [],
  };
  const settings = auditSettings.parse({ dataSeenOn });
  const report = measureDecisions(cube, "1", origin, { settings, limits, profile: null, compatibility: null });
  const text = JSON.stringify(report);
  return { brief: auditBrief(report, text), content: { report: gzipSync(text), counts: gzipSync(columns) } };
}
