import { groupLabel } from "../../../src/chart/series/fairness/group-words.ts";
import { formatCount, plural } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";

/** What holding control features fixed does to the gaps, gravest first. */
export function controlledFinding(
  rows: readonly Pick<AuditReport["controlled"][number], "group" | "pattern">[],
  control: string,
): string {
  const of = (pattern: AuditReport["controlled"][number]["pattern"]) => rows.filter((row) => row.pattern === pattern);
  const [reverses, vanishes, holds] = [of("reverses"), of("vanishes"), of("holds")];
  const gaps = (found: typeof rows) =>
    found.length === 1
      ? `the gap of ${groupLabel(found[0]!.group)}`
      : `${formatCount(found.length)} ${plural("gap", found.length)}`;
  const verb = (found: typeof rows, one: string, many: string) => (found.length === 1 ? one : many);
  if (reverses.length > 0)
    return `With ${control} held fixed ${gaps(reverses)} ${verb(reverses, "changes its sign", "change their sign")}`;
  if (vanishes.length > 0)
    return `With ${control} held fixed ${gaps(vanishes)} all but ${verb(vanishes, "vanishes", "vanish")}`;
  if (holds.length === rows.length)
    return `Among those with the same ${control} the ${plural("gap", rows.length)} ${verb(rows, "remains", "remain")}`;
  return `Gaps with ${control} held fixed`;
}
