import { z } from "zod";
import type { RegisterPage } from "../../contract/detail.ts";
import { Failure } from "../../contract/failure.ts";
import { limitStatuses } from "../../contract/record.ts";
import { scoringMethod } from "../../engine/scoring/scoring-method.ts";
import { type FigureTime, figureStamp } from "./figure-time.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { withRank } from "./risk-figures.ts";
import { everyStanding, type RiskStanding } from "./risk-standing.ts";
import { statusOrder } from "./system-figures.ts";

const registerSorts = [
  "name",
  "system",
  "category",
  "owner",
  "inherent",
  "residual",
  "target",
  "status",
  "expectedAnnualLoss",
  "assessed",
  "deadline",
] as const;

export const registerQuery = z.object({
  q: z.string().max(200).optional(),
  system: z.string().optional(),
  category: z.string().optional(),
  owner: z.string().optional(),
  status: z.enum(limitStatuses).optional(),
  freshness: z.enum(["fresh", "stale", "never-assessed"]).optional(),
  sort: z.enum(registerSorts).default("residual"),
  order: z.enum(["ascending", "descending"]).default("descending"),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(200).optional(),
});
export type RegisterQuery = z.infer<typeof registerQuery>;

/**
 * A page of the register, filtered, searched and sorted.
 * A cursor is a position in the order as it stands; `revision` tells a reader whether pages belong together.
 */
export function registerPage(figures: RegisterFigures, query: RegisterQuery, time: FigureTime): RegisterPage {
  const sorted = sortedRows(figures, query);
  const start = query.cursor === undefined ? 0 : positionOf(query.cursor);
  const items = sorted.slice(start, start + query.limit).map((standing) => withRank(figures, standing));
  const end = start + items.length;
  return {
    ...figureStamp(scoringMethod, figures, time),
    items,
    next: end < sorted.length ? String(end) : null,
    total: sorted.length,
  };
}

/** The last order computed for each register, so that scrolling through its pages sorts once. */
const remembered = new WeakMap<RegisterFigures, { key: string; rows: RiskStanding[] }>();

function sortedRows(figures: RegisterFigures, query: RegisterQuery): RiskStanding[] {
  const key = JSON.stringify({ ...query, cursor: undefined, limit: undefined });
  const last = remembered.get(figures);
  if (last?.key === key) return last.rows;
  const direction = query.order === "ascending" ? 1 : -1;
  const rows = everyStanding(figures).filter((risk) => isAskedFor(figures, query, risk));
  const keyed = rows.map((risk) => ({ risk, value: sortValue(risk, query.sort) }));
  keyed.sort((a, b) => compare(a.value, b.value, direction) || (a.risk.id < b.risk.id ? -1 : 1));
  const sorted = keyed.map(({ risk }) => risk);
  remembered.set(figures, { key, rows: sorted });
  return sorted;
}

function isAskedFor(figures: RegisterFigures, query: RegisterQuery, risk: RiskStanding): boolean {
  if (query.system !== undefined && risk.system !== query.system) return false;
  if (query.category !== undefined && risk.category !== query.category) return false;
  if (query.owner !== undefined && risk.owner !== query.owner) return false;
  if (query.status !== undefined && risk.status !== query.status) return false;
  if (query.freshness !== undefined && risk.freshness !== query.freshness) return false;
  if (query.q === undefined || query.q.trim() === "") return true;
  const record = figures.state.risks.get(risk.id)!.record;
  const haystack = [risk.id, risk.name, risk.systemName, risk.ownerName, record.cause, record.event, record.consequence]
    .join("\n")
    .toLocaleLowerCase("en");
  return query.q
    .toLocaleLowerCase("en")
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

function sortValue(risk: RiskStanding, sort: RegisterQuery["sort"]): string | number | null {
  switch (sort) {
    case "name":
      return risk.name.toLocaleLowerCase("en");
    case "system":
      return risk.systemName.toLocaleLowerCase("en");
    case "category":
      return risk.category;
    case "owner":
      return risk.ownerName.toLocaleLowerCase("en");
    case "inherent":
      return risk.inherent?.score ?? null;
    case "residual":
      return risk.residual?.score ?? null;
    case "target":
      return risk.target?.score ?? null;
    case "status":
      return statusOrder[risk.status];
    case "expectedAnnualLoss":
      return risk.expectedAnnualLoss.residual;
    case "assessed":
      return risk.assessed;
    case "deadline":
      return risk.nextDeadline?.on ?? null;
    default: {
      const unsorted: never = sort;
      return unsorted;
    }
  }
}

/** Unknown sorts last in either direction: it is neither the least nor the most. */
function compare(a: string | number | null, b: string | number | null, direction: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -direction : a > b ? direction : 0;
}

function positionOf(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new Failure(
    "invalid-input",
    `cursor ${JSON.stringify(cursor)}: not one of ours`,
    "use the next of the page before, unchanged",
  );
}
