import { groupLabel } from "../../../src/chart/series/fairness/group-words.ts";
import { formatChange, formatNumber } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";
import { controlledFinding } from "./controlled-finding.ts";

type Controlled = AuditReport["controlled"][number];

const patternWords: Readonly<Record<Controlled["pattern"], string>> = {
  reverses: "changes its sign",
  vanishes: "all but vanishes",
  holds: "holds",
  unknown: "cannot be computed",
};
const graveness: Readonly<Record<Controlled["pattern"], number>> = { reverses: 0, vanishes: 1, holds: 2, unknown: 3 };

/** Gaps in selection with control features held fixed, and the alarm where a gap changes its sign (Simpson). */
export function ControlledBlock({ report }: { readonly report: AuditReport }) {
  const control = (report.mapping.control ?? []).join(" and ");
  const rows = report.controlled.toSorted((a, b) => graveness[a.pattern] - graveness[b.pattern]);
  if (rows.length === 0) return null;
  const reversed = rows.filter(({ pattern }) => pattern === "reverses");
  return (
    <section className="block" aria-labelledby="controlled-finding">
      <header>
        <div>
          <h2 className="finding" id="controlled-finding">
            {controlledFinding(rows, control)}
          </h2>
          <p className="measure">
            Difference of selection rates, in points: all together, and among those with the same {control} (Mantel and
            Haenszel)
          </p>
        </div>
      </header>
      {reversed.length === 0 ? null : (
        <p className="alarm" role="note">
          <b>Simpson’s paradox.</b> All together say the opposite of what likes compared with likes say. Neither figure
          alone answers whether people are treated alike: ask why the groups differ in {control}.
        </p>
      )}
      <table className="figures controlled-table">
        <caption className="visually-hidden">Gaps with {control} held fixed</caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col" className="number">
              All together
            </th>
            <th scope="col" className="number">
              Among likes
            </th>
            <th scope="col">The gap</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={JSON.stringify(row.group)} row={row} control={control} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, control }: { readonly row: Controlled; readonly control: string }) {
  const { group, reference, crude, within, pattern, strata } = row;
  return (
    <tr className={pattern === "reverses" ? "now" : ""}>
      <th scope="row">
        <details className="strata" open={pattern === "reverses"}>
          <summary>
            {groupLabel(group)} <small>against {groupLabel(reference)}</small>
          </summary>
          <ul aria-label={`${groupLabel(group)} within each ${control}`}>
            {strata.map(({ level, difference, n }) => (
              <li key={JSON.stringify(level)}>
                <span>{groupLabel(level)}</span> <b>{points(difference)}</b>{" "}
                <span className="hush">{formatNumber(n)} rows</span>
              </li>
            ))}
          </ul>
        </details>
      </th>
      <td className="number">{points(crude)}</td>
      <td className="number">
        <b>{points(within)}</b>
      </td>
      <td>{patternWords[pattern]}</td>
    </tr>
  );
}

function points(share: number | null): string {
  return share === null ? "–" : formatChange(Number((share * 100).toFixed(1)), (value) => value.toFixed(1));
}
