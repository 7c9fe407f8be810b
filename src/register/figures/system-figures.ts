import type { HeatMap } from "../../contract/heat-map.ts";
import type { LimitStatus, System } from "../../contract/record.ts";
import type { RegisterFigures } from "./register-figures.ts";
import type { RiskStanding } from "./risk-standing.ts";

export const statusOrder: Record<LimitStatus, number> = { breach: 3, warning: 2, ok: 1, unknown: 0 };

/** Systems that are not retired, by id. */
export function systemsInUse({ state }: RegisterFigures): System[] {
  return [...state.systems.values()].filter(({ retiredOn }) => retiredOn === null).map(({ record }) => record);
}

/** Risks by the system they belong to. */
export function groupBySystem(risks: readonly RiskStanding[]): Map<string, RiskStanding[]> {
  const groups = new Map<string, RiskStanding[]>();
  for (const risk of risks) {
    const group = groups.get(risk.system);
    if (group === undefined) groups.set(risk.system, [risk]);
    else group.push(risk);
  }
  return groups;
}

/** One row of the system × category map. */
export function systemRow(
  figures: RegisterFigures,
  id: string,
  risks: readonly RiskStanding[],
): HeatMap["systems"][number] {
  const system = figures.state.systems.get(id)!.record;
  const losses = risks.flatMap((risk) => risk.expectedAnnualLoss.residual ?? []);
  return {
    id,
    name: figures.systemName(id),
    owner: system.owner ?? null,
    ownerName: system.owner === undefined ? null : figures.personName(system.owner),
    businessUnit: system.businessUnit ?? null,
    status: worstStatus(risks),
    expectedAnnualLoss: losses.length === 0 ? null : losses.reduce((a, b) => a + b),
    nextDeadline: earliest(risks.map((risk) => risk.nextDeadline?.on ?? null)),
    lastAssessed: latest(risks.map((risk) => risk.assessed)),
    freshness: systemFreshness(risks),
  };
}

function earliest(dates: readonly (string | null)[]): string | null {
  return dates.reduce((first, date) => (first === null || (date !== null && date < first) ? date : first), null);
}

function latest(dates: readonly (string | null)[]): string | null {
  return dates.reduce((last, date) => (last === null || (date !== null && date > last) ? date : last), null);
}

/** Stale when an assessment of one of its risks is; risks that nobody has rated are counted apart, as unrated. */
export function systemFreshness(risks: readonly RiskStanding[]): "fresh" | "stale" | "never-assessed" {
  if (risks.some((risk) => risk.freshness === "stale")) return "stale";
  return risks.some((risk) => risk.freshness === "fresh") ? "fresh" : "never-assessed";
}

export function worstStatus(risks: readonly RiskStanding[]): LimitStatus {
  return risks.reduce<LimitStatus>(
    (worst, { status }) => (statusOrder[status] > statusOrder[worst] ? status : worst),
    "unknown",
  );
}
