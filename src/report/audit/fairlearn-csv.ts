import { sameGroup } from "../../chart/series/fairness/group-words.ts";
import { fairlearnAnswers } from "../../engine/fairness/compatibility/fairlearn-answer.ts";
import { MISSING } from "../../engine/fairness/cube/decision-cube.ts";
import { countedCube, countedRule } from "./peer-layout/counted-cube.ts";
import { type CsvValue, csvText } from "./peer-layout/csv-text.ts";
import type { SharedAudit } from "./shared-audit.ts";

/**
 * The rates of a report as Fairlearn's `MetricFrame.by_group.to_csv()` has them: a row for each combination of the protected
 * attributes (Fairlearn: sensitive features), a column for each metric under the name of its function, by Fairlearn's
 * conventions. A rate without denominator is 0, a combination that does not occur is empty; so is a hidden group.
 *
 * @param attributes - whose combinations are rows; else the deepest of the report
 * @throws RangeError when the report has no groups of these attributes, or no classes
 */
export function fairlearnCsv(report: SharedAudit, attributes: readonly string[] = deepestOf(report)): string {
  if (report.overall.selectionRate === undefined)
    throw new RangeError("a regression has no rates of decisions; write its report as HTML, Markdown or JSON");
  const isWeighted = report.mapping.weight !== undefined;
  const [answer] = fairlearnAnswers(countedCube(report, attributes, isWeighted ? "weights" : "rows"), {
    attributes,
    rule: countedRule,
  });
  const metrics = Object.keys(answer?.overall ?? {});
  const rows = (answer?.byGroup ?? []).map(({ group, metrics: values }): CsvValue[] => {
    const own = report.groups.find((each) => sameGroup(each.group, group));
    return [
      ...attributes.map((name) => group[name]),
      // Rows are counted, not weighed.
      ...metrics.map((metric) => (metric === "count" ? own?.n : number(values[metric]))),
    ];
  });
  const told = new Set(rows.map((row) => JSON.stringify(row.slice(0, attributes.length))));
  const hidden = report.groups.flatMap(({ group, n, counts, metrics: own }): CsvValue[][] => {
    const values = attributes.map((name) => group[name]);
    const isOne =
      values.length === Object.keys(group).length && values.every((value) => value !== undefined && value !== MISSING);
    if (counts !== null || !isOne || told.has(JSON.stringify(values))) return [];
    const shown: { readonly [metric: string]: CsvValue } = { count: n, selection_rate: own.selectionRate?.estimate };
    return [[...values, ...metrics.map((metric) => shown[metric])]];
  });
  return csvText([...attributes, ...metrics], [...rows, ...hidden]);
}

/** The attributes of the groups that have most of them. */
function deepestOf({ groups }: SharedAudit): string[] {
  const deepest = groups.map(({ group }) => Object.keys(group)).sort((a, b) => b.length - a.length)[0];
  if (deepest === undefined) throw new RangeError("no groups in the report; name a protected attribute");
  return deepest;
}

function number(value: CsvValue): CsvValue {
  return typeof value === "boolean" ? Number(value) : value;
}
