import { formatInterval } from "../../../src/chart/series/fairness/format-rate.ts";
import { attributesTitle, groupLabel } from "../../../src/chart/series/fairness/group-words.ts";
import { intervalWords, metricWords, reasonWords } from "../../../src/chart/series/fairness/metric-words.ts";
import { formatNumber } from "../../../src/chart/series/format-number.ts";
import type { AuditFigure, AuditReport } from "../../../src/contract/audit-report.ts";
import { ShowMore, useShownRows } from "../../figure/show-more.tsx";
import { formatMetric, metricScale } from "./metric-scale.ts";

interface RateTableProps {
  readonly report: AuditReport;
  readonly by: readonly string[] | null;
  readonly metric: string;
  readonly open: (figure: string) => void;
}

const rowsAtOnce = 60;

/** The twin of the forest plot: every group, none left out, with the figure drawn towards the others where it is small. */
export function RateTable({ report, by, metric, open }: RateTableProps) {
  const rows = report.groups.flatMap((row, at) => (by === null || isOf(row.group, by) ? [{ ...row, at }] : []));
  const { shown, more } = useShownRows(rows.length, rowsAtOnce);
  const isSelection = metric === "selectionRate";
  const scale = metricScale(report, metric);
  const format = (value: number) => formatMetric(scale, value);
  return (
    <>
      <table className="figures rate-table">
        <caption className="visually-hidden">{metricWords(metric).name} by group</caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col" className="number">
              Rows
            </th>
            <th scope="col" className="number">
              {metricWords(metric).name}
              {scale === "share" ? ", %" : ""}
            </th>
            <th scope="col" className="number">
              Interval
            </th>
            <th scope="col" className="number roomy">
              Counted in
            </th>
            <th scope="col" className="roomy">
              Interval by
            </th>
            {isSelection ? (
              <th scope="col" className="number roomy">
                Drawn to the others
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          <Row
            label="All"
            n={report.rows}
            figure={report.overall[metric]}
            shrunken={isSelection ? null : undefined}
            format={format}
            onOpen={() => open(`all.${metric}`)}
          />
          {rows.slice(0, shown).map(({ group, n, metrics, shrunkenSelectionRate, at }) => (
            <Row
              key={at}
              label={groupLabel(group)}
              attributes={by === null ? attributesTitle(Object.keys(group)) : null}
              n={n}
              figure={metrics[metric]}
              shrunken={isSelection ? shrunkenSelectionRate : undefined}
              format={format}
              onOpen={() => open(`group.${at}.${metric}`)}
            />
          ))}
        </tbody>
      </table>
      <ShowMore shown={shown} total={rows.length} atOnce={rowsAtOnce} of="groups" more={more} />
    </>
  );
}

function Row(props: {
  label: string;
  attributes?: string | null;
  n: number;
  figure: AuditFigure | undefined;
  /** Left out where the column is. */
  shrunken: { estimate: number; low: number; high: number } | null | undefined;
  format: (value: number) => string;
  onOpen: () => void;
}) {
  const { label, attributes, n, figure, shrunken, format, onOpen } = props;
  return (
    <tr>
      <th scope="row">
        {label} {attributes ? <small>{attributes.toLowerCase()}</small> : null}
      </th>
      <td className="number">{formatNumber(n)}</td>
      <td className="number">
        {figure && figure.estimate !== null ? (
          <button type="button" className="figure-button" onClick={onOpen}>
            <b>{format(figure.estimate)}</b>
            <span className="visually-hidden"> of {label}: open its counts and formula</span>
          </button>
        ) : (
          <small>{reasonWords(figure?.reason ?? "not-in-the-counts")}</small>
        )}
      </td>
      <td className="number">{figure && figure.estimate !== null ? formatInterval(figure, format) : ""}</td>
      <td className="number roomy">{figure && figure.estimate !== null ? formatNumber(figure.n) : ""}</td>
      <td className="roomy">{figure && figure.estimate !== null ? intervalWords(figure.method) : ""}</td>
      {shrunken === undefined ? null : (
        <td className="number roomy">
          {shrunken === null ? "" : `${format(shrunken.estimate)}, ${formatInterval(shrunken, format)}`}
        </td>
      )}
    </tr>
  );
}

function isOf(group: Readonly<Record<string, string>>, attributes: readonly string[]): boolean {
  const keys = Object.keys(group);
  return keys.length === attributes.length && attributes.every((name) => name in group);
}
