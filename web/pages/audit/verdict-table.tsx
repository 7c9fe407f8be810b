import { VerdictMark } from "../../../src/chart/draw/fairness/verdict-mark.tsx";
import { formatGap, formatGapBeside, formatInterval } from "../../../src/chart/series/fairness/format-rate.ts";
import { attributesTitle, groupLabel } from "../../../src/chart/series/fairness/group-words.ts";
import { disparityName, reasonWords } from "../../../src/chart/series/fairness/metric-words.ts";
import { formatDate } from "../../../src/chart/series/format-date.ts";
import { formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import type { AuditReport } from "../../../src/contract/audit-report.ts";

type Verdict = AuditReport["verdicts"][number];

interface VerdictTableProps {
  readonly report: AuditReport;
  readonly nameOf: (person: string) => string;
  readonly open: (figure: string) => void;
}

const graveness = { outside: 0, "not-enough-evidence": 1, within: 2 } as const;
const setWords: Readonly<Record<Verdict["limitSet"], string>> = {
  "before-the-data": "before the decisions were looked at",
  "after-the-data": "after the decisions were looked at",
  unknown: "not said whether before the decisions were looked at",
};

/** Each written limit, with where it puts the disparities that it is about: gravest first, and how sure that is. */
export function VerdictTable({ report, nameOf, open }: VerdictTableProps) {
  const limits = byLimit(report.verdicts);
  return (
    <>
      <table className="figures verdict-table">
        <caption className="visually-hidden">Verdicts against written limits</caption>
        <thead>
          <tr>
            <th scope="col">Verdict</th>
            <th scope="col">Groups by</th>
            <th scope="col" className="number">
              Estimate
            </th>
            <th scope="col" className="number">
              Interval
            </th>
            <th scope="col" className="number">
              Limit
            </th>
          </tr>
        </thead>
        {limits.map((rows) => (
          <tbody key={limitKey(rows[0]!)}>
            <tr className="limit-row">
              <th scope="rowgroup" colSpan={5}>
                <Limit of={rows[0]!} nameOf={nameOf} />
              </th>
            </tr>
            {rows.map((row) => (
              <VerdictRow
                key={`${row.attributes.join()} ${row.limit.bound}`}
                row={row}
                open={open}
                at={report.disparities.findIndex(
                  ({ name, attributes }) => name === row.name && sameList(attributes, row.attributes),
                )}
              />
            ))}
          </tbody>
        ))}
      </table>
      <p className="measure">A verdict says where a figure lies against a written line, no more.</p>
    </>
  );
}

function Limit({ of, nameOf }: { readonly of: Verdict; readonly nameOf: (person: string) => string }) {
  const { name, limit, limitSet } = of;
  return (
    <>
      {disparityName(name)}
      <small>
        {limit.purpose}. {nameOf(limit.approvedBy)}, {formatDate(limit.approvedOn)},{" "}
        {limitSet === "after-the-data" ? <b>{setWords[limitSet]}</b> : setWords[limitSet]}.{" "}
        {limit.rationale.replace(/\.$/, "")}.
      </small>
    </>
  );
}

function VerdictRow(props: { row: Verdict; open: (figure: string) => void; at: number }) {
  const { row, open, at } = props;
  const { name, attributes, verdict, limit, figure, requiredN, unknownGroups } = row;
  const notes = [
    ...(requiredN === null
      ? []
      : [`${formatNumber(requiredN)} ${plural("row", requiredN)} in the denominator of each group would decide it`]),
    ...(unknownGroups.length === 0
      ? []
      : [
          `Nothing is known of ${unknownGroups.map(({ group, reason }) => `${groupLabel(group)} (${reasonWords(reason)})`).join(", ")}`,
        ]),
  ];
  return (
    <>
      <tr className={notes.length > 0 ? "has-notes" : ""}>
        <td className="verdict">
          <VerdictMark verdict={verdict} />
        </td>
        <th scope="row">{attributesTitle(attributes)}</th>
        {figure.estimate === null ? (
          <td className="number" colSpan={2}>
            <small>{reasonWords(figure.reason)}</small>
          </td>
        ) : (
          <>
            <td className="number">
              <button type="button" className="figure-button" disabled={at < 0} onClick={() => open(`disparity.${at}`)}>
                <b>{formatGapBeside(figure.estimate, limit.bound)}</b>
                <span className="visually-hidden"> {disparityName(name)}: open its counts and formula</span>
              </button>
            </td>
            <td className="number">{formatInterval(figure, formatGap)}</td>
          </>
        )}
        <td className="number">
          {name.endsWith("Ratio") ? "≥" : "≤"}
          {"\u00a0"}
          {formatGap(limit.bound)}
        </td>
      </tr>
      {notes.length === 0 ? null : (
        <tr className="note-row">
          <td />
          <td colSpan={4}>
            {notes.map((note) => (
              <small key={note}>{note}</small>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}

/** Verdicts of one purpose and approval together, whatever their bounds; the limit with the gravest verdict first. */
function byLimit(verdicts: readonly Verdict[]): Verdict[][] {
  const known = new Map<string, Verdict[]>();
  for (const row of verdicts.toSorted((a, b) => graveness[a.verdict] - graveness[b.verdict])) {
    const key = limitKey(row);
    known.set(key, [...(known.get(key) ?? []), row]);
  }
  return [...known.values()];
}

function limitKey({ name, limit }: Verdict): string {
  return JSON.stringify([name, limit.purpose, limit.rationale, limit.approvedBy, limit.approvedOn]);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, place) => each === b[place]);
}
