import type { Signal } from "../contract/signal.ts";
import { type Arrival, reportId } from "./arrival.ts";
import type { Content } from "./content.ts";
import { eachItem } from "./each-item.ts";
import { countOf, numberOf, shown } from "./item.ts";
import { NoSignal } from "./no-signal.ts";
import { shareReading, signalOf, valueReading } from "./signal-of.ts";
import { type Row, type TableRows, tableOf, tableRows, wholeRow, wholeRows } from "./table-rows.ts";
import type { Translation } from "./translation.ts";

const mostGroupColumns = 10;

/** Metrics whose denominator is all rows of a group, so that its size is theirs. */
const ofAllRows = new Set(["selection_rate", "accuracy", "accuracy_score", "zero_one_loss", "mean_prediction"]);

/**
 * `MetricFrame(...).by_group.to_csv()` of Fairlearn: each metric of each group is a signal, labelled with its group. The
 * table must have the metric `count`, for a rate says little without the size of its group. It has neither identity nor
 * time: state `run` and `at` beside it.
 */
export function translateFairlearn(content: Content, arrival: Arrival): Translation {
  const table = tableRows(tableOf(content, "Fairlearn"));
  const { header, rows } = table;
  if (!header.includes("count"))
    throw new NoSignal(
      "header",
      "table has no column count; add fairlearn.metrics.count to the metrics of the MetricFrame",
    );
  const groupColumns = header.slice(0, groupColumnCount(table));
  const metrics = header.filter((name) => name !== "" && name !== "count" && !groupColumns.includes(name));
  if (metrics.length === 0)
    throw new NoSignal("header", "table has no metric beside count; add one to the MetricFrame");
  const report = reportId(wholeRows(rows), arrival);
  return eachItem(rows, (row, position) =>
    groupSignals(wholeRow(row), position, groupColumns, metrics, report, arrival),
  );
}

/** As many leading columns as tell every row apart, and those beside them that hold text: the rest are metrics. */
function groupColumnCount({ header, rows }: TableRows): number {
  const whole = wholeRows(rows);
  const before = header.indexOf("count") > 0 ? header.indexOf("count") : header.length - 1;
  const most = Math.min(Math.max(1, before), mostGroupColumns);
  let columns = 1;
  const isApart = () =>
    new Set(whole.map((row) => JSON.stringify(header.slice(0, columns).map((name) => row[name])))).size ===
    whole.length;
  while (columns < most && !isApart()) columns++;
  const holdsText = (name: string) => whole.some((row) => row[name] !== "" && numberOf(row[name]) === null);
  while (columns < most && holdsText(header[columns] ?? "")) columns++;
  return columns;
}

function groupSignals(
  row: Row,
  position: number,
  groupColumns: readonly string[],
  metrics: readonly string[],
  report: string,
  arrival: Arrival,
): Signal[] {
  const group = groupColumns.map((name) => `${name}=${row[name]}`).join(", ");
  const n = countOf(row.count);
  if (n === null)
    throw new NoSignal(
      `rows[${position}].count`,
      `count ${shown(row.count)} is no number of rows; write a whole number`,
    );
  const made = metrics.flatMap((metric) => {
    const value = numberOf(row[metric]);
    if (value === null) return [];
    const selected = Math.round(value * n);
    const isShare = metric === "selection_rate" && Math.abs(selected - value * n) < 1e-6;
    const reading =
      (isShare ? shareReading(selected, n) : null) ?? valueReading(value, ofAllRows.has(metric) ? { n } : {});
    return signalOf(
      {
        source: "fairlearn",
        id: `${report}/${metric}/${group}`,
        format: "fairlearn",
        topic: "fairness",
        metric,
        reading,
        labels: [["groupSize", n], ...groupColumns.map((name) => [name, row[name]] as const)],
        summary: `${metric} of ${group} is ${value}, ${n} rows in the group`,
      },
      arrival,
    );
  });
  if (made.length > 0) return made;
  throw new NoSignal(`rows[${position}]`, `group ${shown(group)} has no number; leave it out`);
}
