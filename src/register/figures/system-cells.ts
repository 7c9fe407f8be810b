import type { HeatMap } from "../../contract/heat-map.ts";
import type { State } from "../../contract/score-report.ts";
import { systemCategoryMap } from "../../engine/scoring/system-category-map.ts";
import type { RankedRisk } from "../../engine/scoring/worst-first.ts";
import type { RegisterFigures } from "./register-figures.ts";
import type { RiskStanding } from "./risk-standing.ts";
import { systemRow, worstStatus } from "./system-figures.ts";

/** A system's row and cells, and all that they were drawn from. */
interface KeptSystem {
  readonly drawnFrom: readonly unknown[];
  readonly risks: readonly RiskStanding[];
  readonly row: HeatMap["systems"][number];
  readonly cells: HeatMap["systemCategory"];
}

type KeptSystems = Map<string, KeptSystem>;
const kept = new WeakMap<RegisterFigures["scale"], Map<State, KeptSystems>>();

/**
 * Rows and cells of systems by category. A system is drawn again only when one of its risks, or something around them,
 * is another object than when it was last drawn; `ranked` lists worst first, `standings` all that are shown.
 */
export function systemCells(
  figures: RegisterFigures,
  {
    systems,
    ranked,
    standings,
    by,
  }: {
    readonly systems: readonly { readonly id: string }[];
    readonly ranked: readonly RankedRisk[];
    readonly standings: ReadonlyMap<string, RiskStanding>;
    readonly by: State;
  },
): Pick<HeatMap, "systems" | "systemCategory"> {
  const before = keptFor(figures, by);
  const { categories, lines, state } = figures;
  const groups = grouped(ranked, ({ risk }) => risk.system);
  const names = categories.map(({ id, name }) => `${id} ${name}`).join("\n");
  const drawn: KeptSystems = new Map();
  const changed: { id: string; drawnFrom: readonly unknown[]; risks: RiskStanding[] }[] = [];
  for (const { id } of systems) {
    const risks = (groups.get(id) ?? []).map(({ risk }) => standings.get(risk.id)!);
    const drawnFrom = [names, lines, state.people, state.systems.get(id)];
    const known = before.get(id);
    if (known !== undefined && isSame(known.drawnFrom, drawnFrom) && isSame(known.risks, risks)) drawn.set(id, known);
    else changed.push({ id, drawnFrom, risks });
  }
  const cells = systemCategoryMap(figures.scale, {
    risks: changed.flatMap(({ id }) => groups.get(id) ?? []),
    systems: changed.map(({ id }) => id),
    categories: categories.map(({ id }) => id),
    lines,
    by,
  });
  const bySystem = grouped(cells, ({ system }) => system);
  for (const { id, drawnFrom, risks } of changed) {
    drawn.set(id, {
      drawnFrom,
      risks,
      row: systemRow(figures, id, risks),
      cells: (bySystem.get(id) ?? []).map((cell) => ofStandings(cell, standings)),
    });
  }
  for (const [id, each] of drawn) before.set(id, each);
  const inOrder = systems.map(({ id }) => drawn.get(id)!);
  return { systems: inOrder.map(({ row }) => row), systemCategory: inOrder.flatMap((each) => each.cells) };
}

type Cell = ReturnType<typeof systemCategoryMap>[number];

function ofStandings(cell: Cell, standings: ReadonlyMap<string, RiskStanding>): HeatMap["systemCategory"][number] {
  const risks = cell.risks.map((id) => standings.get(id)!);
  return {
    ...cell,
    counts: cell.counts as Record<string, number>,
    risks: cell.risks as string[],
    status: worstStatus(risks),
    stale: risks.filter((risk) => risk.freshness === "stale").length,
    exceedanceProbability: null,
  };
}

function keptFor({ scale }: RegisterFigures, by: State): KeptSystems {
  const byState = kept.get(scale) ?? new Map<State, KeptSystems>();
  kept.set(scale, byState);
  const known = byState.get(by) ?? new Map<string, KeptSystem>();
  byState.set(by, known);
  return known;
}

function grouped<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((each, index) => each === now[index]);
}
