import { VerdictMark } from "../../../src/chart/draw/fairness/verdict-mark.tsx";
import { formatGap, formatGapBeside, formatInterval } from "../../../src/chart/series/fairness/format-rate.ts";
import { groupLabel } from "../../../src/chart/series/fairness/group-words.ts";
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

/** Each limit that disparities were held against, gravest first: on which side of it they lie, and how sure that is. */
export function VerdictTable({ report, nameOf, open }: VerdictTableProps) {
  const rows = report.verdicts.toSorted((a, b) => graveness[a.verdict] - graveness[b.verdict]);
  return (
    <>
      <table className="figures verdict-table">
        <caption className="visually-hidden">Verdicts against written limits</caption>
        <thead>
          <tr>
            <th scope="col">Verdict</th>
            <th scope="col">Disparity, by</th>
            <th scope="col" className="number">
              Estimate, interval
            </th>
            <th scope="col" className="number">
              Limit
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <VerdictRow
              key={`${row.name} ${row.attributes.join()} ${row.limit.bound} ${row.limit.purpose}`}
              row={row}
              nameOf={nameOf}
              open={open}
              at={report.disparities.findIndex(
                ({ name, attributes }) => name === row.name && sameList(attributes, row.attributes),
              )}
            />
          ))}
        </tbody>
      </table>
      <p className="measure">A verdict says where a figure lies against a written line, no more.</p>
    </>
  );
}

function VerdictRow(props: {
  row: Verdict;
  nameOf: (person: string) => string;
  open: (figure: string) => void;
  at: number;
}) {
  const { row, nameOf, open, at } = props;
  const { name, attributes, verdict, limit, limitSet, figure, requiredN, unknownGroups } = row;
  const isRatio = name.endsWith("Ratio");
  return (
    <tr>
      <td className="verdict">
        <VerdictMark verdict={verdict} />
      </td>
      <th scope="row">
        {disparityName(name)}, <span className="by">by {attributes.join(" and ")}</span>
        {requiredN === null ? null : (
          <small className="required">
            {formatNumber(requiredN)} {plural("row", requiredN)} in the denominator of each group would decide it
          </small>
        )}
        {unknownGroups.length === 0 ? null : (
          <small>
            Nothing is known of{" "}
            {unknownGroups.map(({ group, reason }) => `${groupLabel(group)} (${reasonWords(reason)})`).join(", ")}
          </small>
        )}
        <small>
          {limit.purpose}; {nameOf(limit.approvedBy)}, {formatDate(limit.approvedOn)},{" "}
          {limitSet === "after-the-data" ? <b>{setWords[limitSet]}</b> : setWords[limitSet]}
        </small>
        <small className="rationale">{limit.rationale}</small>
      </th>
      <td className="number">
        {figure.estimate === null ? (
          <small>{reasonWords(figure.reason)}</small>
        ) : (
          <>
            <button type="button" className="figure-button" disabled={at < 0} onClick={() => open(`disparity.${at}`)}>
              <b>{formatGapBeside(figure.estimate, limit.bound)}</b>
              <span className="visually-hidden"> {disparityName(name)}: open its counts and formula</span>
            </button>
            <small className="interval-words">
              {formatInterval(figure, formatGap)}, {formatNumber(figure.level * 100, 1)} %
            </small>
          </>
        )}
      </td>
      <td className="number">
        {isRatio ? "≥" : "≤"} {formatGap(limit.bound)}
      </td>
    </tr>
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, place) => each === b[place]);
}
