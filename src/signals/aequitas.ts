import type { Reading, Signal } from "../contract/signal.ts";
import { type Arrival, joined, reportId } from "./arrival.ts";
import type { Content } from "./content.ts";
import { eachItem } from "./each-item.ts";
import { countOf, numberOf, shown } from "./item.ts";
import { NoSignal } from "./no-signal.ts";
import { shareReading, signalOf, valueReading } from "./signal-of.ts";
import { type Row, tableOf, tableRows, wholeRow, wholeRows } from "./table-rows.ts";
import type { Translation } from "./translation.ts";

/** Each rate of the crosstab as Aequitas defines it: which count out of which. `ppr` is a group's share of all selected. */
const rates: Readonly<Record<string, readonly [count: string, of: string]>> = {
  tpr: ["tp", "group_label_pos"],
  tnr: ["tn", "group_label_neg"],
  fpr: ["fp", "group_label_neg"],
  fnr: ["fn", "group_label_pos"],
  precision: ["tp", "pp"],
  npv: ["tn", "pn"],
  fdr: ["fp", "pp"],
  for: ["fn", "pn"],
  pprev: ["pp", "group_size"],
  prev: ["group_label_pos", "group_size"],
  ppr: ["pp", "k"],
};
const plainRates = ["accuracy", ...Object.keys(rates)];

/** Where Aequitas judges a disparity, the column that says so. */
const parityColumns: Readonly<Record<string, string>> = {
  ppr: "Statistical Parity",
  pprev: "Impact Parity",
  precision: "Precision Parity",
  fdr: "FDR Parity",
  for: "FOR Parity",
  fpr: "FPR Parity",
  fnr: "FNR Parity",
  tpr: "TPR Parity",
  tnr: "TNR Parity",
  npv: "NPV Parity",
};

/**
 * Aequitas' crosstab, with its bias and fairness columns where it has them: each rate of each group is a signal, counted out
 * of how many, and each disparity with its reference group, judged by Aequitas' own parity. It has neither identity nor
 * time: state `run` and `at` beside it.
 */
export function translateAequitas(content: Content, arrival: Arrival): Translation {
  const { header, rows } = tableRows(tableOf(content, "Aequitas"));
  for (const name of ["attribute_name", "attribute_value"])
    if (!header.includes(name))
      throw new NoSignal("header", `table has no column ${name}; send the crosstab of Aequitas as CSV`);
  const report = reportId(wholeRows(rows), arrival);
  return eachItem(rows, (row, position) => groupSignals(wholeRow(row), position, report, arrival));
}

function groupSignals(row: Row, position: number, report: string, arrival: Arrival): Signal[] {
  const [attribute = "", value = ""] = [row.attribute_name, row.attribute_value];
  if (attribute === "")
    throw new NoSignal(
      `rows[${position}].attribute_name`,
      "attribute_name is empty; send the crosstab of Aequitas as CSV",
    );
  const group = `${attribute}=${value}`;
  const signal = (
    metric: string,
    reading: Reading,
    more: Partial<Pick<Signal, "producerVerdict" | "labels">>,
    what: string,
  ) =>
    signalOf(
      {
        source: "aequitas",
        id: joined([report, row.model_id, row.score_threshold, metric, group]),
        format: "aequitas",
        topic: "fairness",
        metric,
        producerVerdict: more.producerVerdict ?? null,
        reading,
        labels: [
          ["aequitasModel", row.model_id],
          ["threshold", row.score_threshold],
          ["groupSize", row.group_size],
          [attribute, value],
          ...Object.entries(more.labels ?? {}),
        ],
        summary: what,
      },
      arrival,
    );
  const made = [
    ...plainRates.flatMap((name) => {
      const reading = rateOf(row, name);
      return reading === null ? [] : signal(name, reading, {}, `${name} of ${group} is ${row[name]}`);
    }),
    ...Object.keys(rates).flatMap((name) => {
      const reading = valueReading(row[`${name}_disparity`]);
      if (reading === null) return [];
      const reference = row[`${name}_ref_group_value`] ?? "";
      const producerVerdict = parityOf(row[parityColumns[name] ?? ""]);
      const what = `${name} of ${group} is ${row[`${name}_disparity`]} times that of ${reference || "the reference group"}`;
      return signal(`${name}_disparity`, reading, { producerVerdict, labels: { referenceGroup: reference } }, what);
    }),
  ];
  if (made.length > 0) return made;
  throw new NoSignal(`rows[${position}]`, `group ${shown(group)} has no rate; send the crosstab of Aequitas as CSV`);
}

function rateOf(row: Row, name: string): Reading | null {
  const rate = numberOf(row[name]);
  if (rate === null) return null;
  const [count, of] = rates[name] ?? [];
  const share = count !== undefined && of !== undefined ? shareReading(countOf(row[count]), countOf(row[of])) : null;
  // A column that was filled in otherwise does not become a count that contradicts its rate.
  if (share?.kind === "share" && Math.abs(share.count / share.of - rate) < 1e-6) return share;
  const n = countOf(row.group_size);
  return { kind: "value", value: rate, ...(name === "accuracy" && n !== null ? { n } : {}) };
}

function parityOf(cell: string | undefined): Signal["producerVerdict"] {
  return cell === "True" ? "ok" : cell === "False" ? "breach" : null;
}
