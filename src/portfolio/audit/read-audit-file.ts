import type { z } from "zod";
import { type AuditLimit, type AuditMapping, auditLimits, auditMapping } from "../../contract/audit-mapping.ts";
import { type CustomProfile, customProfile } from "../../contract/audit-profile.ts";
import { Failure, type Mistake } from "../../contract/failure.ts";
import { decodeText } from "../decode-text.ts";
import { placed } from "../mistakes/placed.ts";
import { structureFindings } from "../mistakes/structure.ts";
import { parseYaml } from "../parse-yaml.ts";

/** The mapping in a YAML file. @throws Failure with every mistake at its line */
export function readAuditMapping(bytes: Uint8Array, file: string): AuditMapping {
  return read(auditMapping, bytes, file);
}

/** The limits in a YAML file. @throws Failure with every mistake at its line */
export function readAuditLimits(bytes: Uint8Array, file: string): AuditLimit[] {
  return read(auditLimits, bytes, file).limits;
}

/** Tables of one's own in a YAML file. @throws Failure with every mistake at its line */
export function readAuditProfile(bytes: Uint8Array, file: string): CustomProfile {
  return read(customProfile, bytes, file);
}

function read<T>(schema: z.ZodType<T>, bytes: Uint8Array, file: string): T {
  const refuse = (mistakes: readonly Mistake[]) => {
    const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
    const placedInFile = mistakes.map((each) => ({ file, ...each }));
    return new Failure("invalid-input", `${file} has ${count}`, "correct the file", placedInFile);
  };
  const decoded = decodeText(bytes);
  if ("mistakes" in decoded) throw refuse(decoded.mistakes);
  const parsed = parseYaml(decoded.text, file);
  if ("mistakes" in parsed) throw refuse(parsed.mistakes);
  const findings = [...parsed.findings, ...structureFindings(schema, parsed.value)];
  if (findings.length > 0) throw refuse(placed(findings, parsed.positions));
  return schema.parse(parsed.value);
}
