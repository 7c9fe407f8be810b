import { type AuditLimit, type AuditMapping, auditLimits, auditMapping } from "../../contract/audit-mapping.ts";
import { type CustomProfile, customProfile } from "../../contract/audit-profile.ts";
import { readDocument } from "../read-document.ts";

/** The mapping in a YAML file. @throws Failure with every mistake at its line */
export function readAuditMapping(bytes: Uint8Array, file: string): AuditMapping {
  return readDocument(auditMapping, bytes, file);
}

/** The limits in a YAML file. @throws Failure with every mistake at its line */
export function readAuditLimits(bytes: Uint8Array, file: string): AuditLimit[] {
  return readDocument(auditLimits, bytes, file).limits;
}

/** Tables of one's own in a YAML file. @throws Failure with every mistake at its line */
export function readAuditProfile(bytes: Uint8Array, file: string): CustomProfile {
  return readDocument(customProfile, bytes, file);
}
