import type { AuditProfile } from "../../../contract/audit-report.ts";
import type { SharedOwnTable } from "../shared-audit.ts";
import { shownDisparity, shownMetrics, suppressed } from "./hide-figures.ts";
import { type HiddenLayers, layerOf } from "./small-counts.ts";

type OwnTable = Extract<AuditProfile, { name: "custom" }>["tables"][number];

/** A table of one's own as it is shared. */
export function shownOwnTable(table: OwnTable, layers: HiddenLayers): SharedOwnTable {
  if (table.show === "disparity")
    return { ...table, disparities: table.disparities.map((each) => shownDisparity(each, layers)) };
  if (table.show === "rates") {
    return {
      ...table,
      rows: table.rows.map(({ group, n, metrics }) => ({
        group,
        n: layers.hides("rows", group) ? null : n,
        metrics: shownMetrics(metrics, group, layers),
      })),
    };
  }
  const layer = layerOf(table.metric);
  const isAlone = table.reference === null || layers.hides(layer, table.reference);
  return {
    ...table,
    rows: table.rows.map((row) => {
      if (layers.hides(layer, row.group)) return { ...row, rate: suppressed, ratio: null };
      return isAlone ? { ...row, ratio: null } : row;
    }),
  };
}
