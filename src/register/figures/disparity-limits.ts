import type { AuditRecord, JudgedDisparity } from "../../contract/audit-record.ts";
import type { JudgedLimit } from "../../contract/judged-limit.ts";
import type { DisparityLimit, LimitStatus } from "../../contract/record.ts";
import { verdictAt } from "../../engine/fairness/verdict/verdict-at.ts";
import { limitId } from "../../portfolio/limit-id.ts";
import type { RegisterState } from "../read-register.ts";

/** Limits on disparities, of one system or of all, and where the newest audit of each puts them. */
export function disparityLimits({ state }: { readonly state: RegisterState }, system?: string): JudgedLimit[] {
  const audits = auditsInUse(state);
  return [...state.limits.values()].flatMap(({ record, retiredOn }) => {
    if (retiredOn !== null || record.measure !== "disparity") return [];
    if (system !== undefined && record.scope.system !== system) return [];
    return [judgedLimitOf(record, audits.get(record.scope.system) ?? [])];
  });
}

/** Audits that hold, of each system, the newest first. */
function auditsInUse({ audits }: RegisterState): ReadonlyMap<string, readonly AuditRecord[]> {
  const bySystem = new Map<string, AuditRecord[]>();
  for (const { record, retiredOn } of audits.values()) {
    if (retiredOn !== null || record.system === undefined) continue;
    const known = bySystem.get(record.system);
    if (known === undefined) bySystem.set(record.system, [record]);
    else known.push(record);
  }
  for (const list of bySystem.values()) list.sort((a, b) => (a.id < b.id ? 1 : -1));
  return bySystem;
}

function judgedLimitOf(limit: DisparityLimit, audits: readonly AuditRecord[]): JudgedLimit {
  const { disparity, attributes, appetite, tolerance, approvedBy, approvedOn, rationale } = limit;
  const audit = audits.find((each) => attributes.every((name) => each.attributes.includes(name)));
  const measured = audit?.judged.find((each) => each.disparity === disparity && isSame(each.attributes, attributes));
  return {
    id: limitId(limit),
    system: limit.scope.system,
    disparity,
    attributes,
    appetite,
    tolerance,
    approvedBy,
    approvedOn,
    rationale,
    status: measured === undefined ? "unknown" : statusAt(measured, limit),
    audit: audit?.id ?? null,
    figure: measured === undefined ? null : { estimate: measured.estimate, low: measured.low, high: measured.high },
    limitSet: limitSet(approvedOn, audit?.dataSeenOn),
  };
}

/**
 * A line counts as reached where the evidence shows it, and as kept where the evidence shows that: what shows neither is
 * unknown, never ok.
 */
function statusAt(measured: JudgedDisparity, { appetite, tolerance }: DisparityLimit): LimitStatus {
  const at = (bound: number) => verdictAt(measured, bound, measured.unknownGroups);
  if (at(tolerance) === "outside") return "breach";
  if (at(appetite) === "outside") return "warning";
  return at(appetite) === "within" ? "ok" : "unknown";
}

function limitSet(approvedOn: string, dataSeenOn: string | undefined): JudgedLimit["limitSet"] {
  if (dataSeenOn === undefined) return "unknown";
  return approvedOn < dataSeenOn ? "before-the-data" : "after-the-data";
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
