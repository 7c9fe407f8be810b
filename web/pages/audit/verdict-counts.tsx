import { VerdictMark } from "../../../src/chart/draw/fairness/verdict-mark.tsx";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { AuditSummary } from "../../../src/contract/kept-audit.ts";

/** Gravest first. What is not decided stands before what is within: it is still open. */
const counted = [
  ["outside", "outside"],
  ["not-enough-evidence", "notEnoughEvidence"],
  ["within", "within"],
] as const;

/** How many verdicts there are of each kind, each with its mark and its word. */
export function VerdictCounts({ counts }: { readonly counts: AuditSummary["verdicts"] }) {
  const shown = counted.filter(([, count]) => counts[count] > 0);
  if (shown.length === 0) return <p className="hush">Held against no limit</p>;
  return (
    <ul className="verdict-counts">
      {shown.map(([verdict, count]) => (
        <li key={verdict}>
          {formatNumber(counts[count])} <VerdictMark verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}
