import type { HeatMap } from "../../contract/heat-map.ts";
import type { LimitStatus } from "../../contract/record.ts";
import { formatCount, formatNumber, plural } from "./format-number.ts";

export const systemSorts = [
  "name",
  "businessUnit",
  "status",
  "risks",
  "overLimit",
  "unrated",
  "loss",
  "owner",
  "assessed",
  "deadline",
] as const;
export type SystemSort = (typeof systemSorts)[number];

export interface SystemRow {
  readonly id: string;
  readonly name: string;
  readonly businessUnit: string | null;
  readonly status: LimitStatus;
  /** Its highest residual score; null where nothing is rated. */
  readonly worst: number | null;
  readonly risks: number;
  readonly overLimit: number;
  readonly unrated: number;
  readonly loss: number | null;
  readonly ownerName: string | null;
  readonly assessed: string | null;
  readonly freshness: HeatMap["systems"][number]["freshness"];
  readonly deadline: string | null;
}

/** Systems as rows, in the order asked for; what is unknown stands last in either direction, equals worst first. */
export function sortSystems(
  map: Pick<HeatMap, "systems" | "systemCategory">,
  { by, order }: { readonly by: SystemSort; readonly order: "ascending" | "descending" },
): SystemRow[] {
  const cells = new Map<string, HeatMap["systemCategory"][number][]>(map.systems.map(({ id }) => [id, []]));
  for (const cell of map.systemCategory) cells.get(cell.system)?.push(cell);
  const rows = map.systems.map((system): SystemRow => {
    const own = cells.get(system.id) ?? [];
    const scores = own.flatMap(({ worst }) => worst?.score ?? []);
    return {
      id: system.id,
      name: system.name,
      businessUnit: system.businessUnit,
      status: system.status,
      worst: scores.length === 0 ? null : Math.max(...scores),
      risks: own.reduce((sum, { risks }) => sum + risks.length, 0),
      overLimit: own.reduce((sum, { overLimit }) => sum + overLimit, 0),
      unrated: own.reduce((sum, { unrated }) => sum + unrated, 0),
      loss: system.expectedAnnualLoss,
      ownerName: system.ownerName,
      assessed: system.lastAssessed,
      freshness: system.freshness,
      deadline: system.nextDeadline,
    };
  });
  const way = order === "ascending" ? 1 : -1;
  return rows.sort(
    (a, b) =>
      compare(sortValue(a, by), sortValue(b, by), way) ||
      compare(a.worst, b.worst, -1) ||
      compare(a.loss, b.loss, -1) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** How many systems have a risk over the line. */
export function systemsFinding(rows: readonly SystemRow[]): string {
  if (rows.length === 0) return "No system is written down yet";
  const over = rows.filter(({ overLimit }) => overLimit > 0).length;
  const of = `of ${formatNumber(rows.length)} ${plural("system", rows.length)}`;
  if (over === 0) {
    const rated = rows.filter(({ worst }) => worst !== null);
    if (rated.length > 0 && rated.every(({ status }) => status === "unknown"))
      return `No line is drawn for the risks of ${formatNumber(rows.length)} ${plural("system", rows.length)}`;
    return rated.length > 0 ? `None ${of} has a risk over the line` : `None ${of} has a rated risk`;
  }
  return `${formatCount(over, "start")} ${of} ${over === 1 ? "has" : "have"} a risk over the line`;
}

const severity: Readonly<Record<LimitStatus, number>> = { breach: 3, warning: 2, ok: 1, unknown: 0 };

function sortValue(row: SystemRow, by: SystemSort): string | number | null {
  switch (by) {
    case "name":
      return row.name.toLowerCase();
    case "businessUnit":
      return row.businessUnit?.toLowerCase() ?? null;
    case "owner":
      return row.ownerName?.toLowerCase() ?? null;
    case "status":
      return severity[row.status];
    default:
      return row[by];
  }
}

function compare(a: string | number | null, b: string | number | null, way: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -way : a > b ? way : 0;
}
