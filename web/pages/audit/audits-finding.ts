import { formatCount, plural } from "../../../src/chart/series/format-number.ts";
import type { AuditSummary } from "../../../src/contract/kept-audit.ts";

/** What the newest audits of all systems say together; older ones of the same system are history. */
export function auditsFinding(audits: readonly AuditSummary[]): string {
  if (audits.length === 0) return "No audit is kept yet.";
  const newest = newestAudits(audits);
  const outside = newest.filter(({ verdicts }) => verdicts.outside > 0).length;
  const open = newest.filter(({ verdicts }) => verdicts.outside === 0 && verdicts.notEnoughEvidence > 0).length;
  const judged = newest.filter(({ verdicts }) => verdicts.outside + verdicts.notEnoughEvidence + verdicts.within > 0);
  const kept = `${formatCount(audits.length, "start")} ${plural("audit", audits.length)} kept`;
  if (judged.length === 0) return `${kept}; no limit is drawn that they could be held against.`;
  if (outside > 0) {
    const where =
      newest.length === 1
        ? "In the newest audit"
        : outside === newest.length
          ? newest.length === 2
            ? "In both newest audits"
            : `In each of ${formatCount(newest.length)} newest audits`
          : `In ${formatCount(outside)} of ${formatCount(newest.length)} newest audits`;
    return `${where} a figure lies outside its limit.`;
  }
  if (open > 0) return `${kept}; nothing outside its limit, and not everything can be decided.`;
  return `${kept}; every judged figure lies within its limit.`;
}

/** The first of each system; audits are listed newest first. Those of no system stand for themselves. */
function newestAudits(audits: readonly AuditSummary[]): AuditSummary[] {
  const seen = new Set<string>();
  return audits.filter(({ system }) => {
    if (system === null) return true;
    if (seen.has(system)) return false;
    seen.add(system);
    return true;
  });
}
