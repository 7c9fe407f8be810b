import type { HeatMap } from "../../contract/heat-map.ts";
import { formatAge, formatDay } from "./format-date.ts";
import { formatAmount, formatMoney } from "./format-money.ts";
import { formatCount, formatNumber, formatPercent, plural } from "./format-number.ts";
import { type MarkKind, markKind, markKinds } from "./mark-kind.ts";
import { lossRamp, probabilityRamp, type RampStep, type RiskRamp, scoreRamp } from "./risk-ramp.ts";

type Cell = HeatMap["systemCategory"][number];

export interface MatrixCell {
  readonly system: string;
  readonly category: string;
  readonly risks: readonly string[];
  /** What stands in it; null where nothing is to be said: no risk, or a measure that the cell does not have. */
  readonly text: string | null;
  readonly step: RampStep | null;
  /** `none` holds no risk, `unrated` only unrated ones, `partly-rated` both. */
  readonly kind: "none" | "rated" | "unrated" | "partly-rated";
  readonly overLimit: number;
  readonly isStale: boolean;
  /** What is heard, and read in the tip. */
  readonly words: string;
}

export interface MatrixRow {
  readonly system: string;
  readonly name: string;
  readonly kind: MarkKind;
  readonly cells: readonly MatrixCell[];
  readonly loss: { readonly text: string; readonly share: number } | null;
  readonly deadline: { readonly text: string; readonly isPast: boolean } | null;
  readonly assessed: { readonly text: string; readonly isStale: boolean };
  readonly owner: string | null;
}

export interface Matrix {
  readonly categories: readonly { readonly id: string; readonly name: string; readonly short: string }[];
  readonly rows: readonly MatrixRow[];
  readonly ramp: RiskRamp;
  readonly rampName: string;
}

/**
 * Rows are systems, worst first; a cell shows its worst risk, or its money, never a sum of scores.
 * Where only some risks are asked for, systems without any of them are left out.
 */
export function prepareSystemCategoryMatrix(
  map: HeatMap,
  today: string,
  asked: "all-risks" | "some-risks" = "all-risks",
): Matrix {
  const cells = new Map(map.systemCategory.map((cell) => [`${cell.system} ${cell.category}`, cell]));
  const used = new Set(map.systemCategory.flatMap(({ category, risks }) => (risks.length > 0 ? [category] : [])));
  const categories = map.categories.filter(({ id }) => used.has(id) || map.categories.length <= 8);
  const ramp = rampFor(map);
  const kinds = worstKinds(map);
  const stale = staleBySystem(map);
  const losses = map.systems.map(({ expectedAnnualLoss }) => expectedAnnualLoss ?? 0);
  const most = losses.reduce((highest, loss) => Math.max(highest, loss), 0);
  const holding = new Set(map.systemCategory.flatMap(({ system, risks }) => (risks.length > 0 ? [system] : [])));
  const shown = asked === "all-risks" ? map.systems : map.systems.filter(({ id }) => holding.has(id));
  const rows = shown.map((system): MatrixRow => {
    const loss = system.expectedAnnualLoss;
    return {
      system: system.id,
      name: system.name,
      kind: kinds.get(system.id) ?? system.status,
      cells: categories.map(({ id, name }) =>
        prepareCell(system, { id, name }, cells.get(`${system.id} ${id}`), map, ramp),
      ),
      loss:
        loss === null ? null : { text: formatMoney(loss, map.currency, "table"), share: most > 0 ? loss / most : 0 },
      deadline:
        system.nextDeadline === null
          ? null
          : { text: formatDay(system.nextDeadline, today), isPast: system.nextDeadline < today },
      assessed:
        system.lastAssessed === null
          ? { text: "never", isStale: true }
          : {
              text: formatAge(system.lastAssessed, today) + staleWords(stale.get(system.id) ?? 0),
              isStale: system.freshness === "stale",
            },
      owner: system.ownerName,
    };
  });
  const lossOf = new Map(map.systems.map(({ id, expectedAnnualLoss }) => [id, expectedAnnualLoss ?? -1]));
  rows.sort(
    (a, b) => markKinds.indexOf(a.kind) - markKinds.indexOf(b.kind) || lossOf.get(b.system)! - lossOf.get(a.system)!,
  );
  return {
    categories: categories.map(({ id, name }) => ({ id, name: capital(name), short: shortName(name) })),
    rows,
    ramp,
    rampName: rampNames[map.measure].replace("%", map.by),
  };
}

const rampNames = {
  score: "highest % score",
  expectedAnnualLoss: "expected loss a year, %",
  exceedanceProbability: "chance to exceed the cell’s limit, %",
} as const;

/** The sentence over the matrix: how few systems carry most of the money; else the plain name. */
export function matrixFinding(map: HeatMap): string {
  const losses = map.systems
    .flatMap(({ expectedAnnualLoss }) => (expectedAnnualLoss === null ? [] : [expectedAnnualLoss]))
    .sort((a, b) => b - a);
  const sum = losses.reduce((all, loss) => all + loss, 0);
  let carried = 0;
  for (const [index, loss] of losses.entries()) {
    carried += loss;
    const count = index + 1;
    if (carried / sum < 2 / 3) continue;
    if (count > losses.length / 2 || losses.length < 4) break;
    return `${formatCount(count, "start")} ${plural("system", count)} ${count === 1 ? "carries" : "carry"} ${formatPercent(carried / sum)} of the expected loss`;
  }
  return "Systems by category of risk";
}

/** What the rule of the colours is, in words. */
export function matrixMeasure(map: HeatMap): string {
  const left = map.systems.filter(({ expectedAnnualLoss }) => expectedAnnualLoss === null).length;
  const isWithoutLimits = map.systemCategory.every(({ exceedanceProbability }) => exceedanceProbability === null);
  if (map.measure === "exceedanceProbability" && isWithoutLimits)
    return "No cell has a limit of its own on a year’s loss: draw one with scope { system, category }";
  const cell = {
    score: `A cell is its worst ${map.by} score, never a sum of scores`,
    expectedAnnualLoss: `A cell is the ${map.by} expected loss a year of its risks`,
    exceedanceProbability: `A cell is the chance that a year’s ${map.by} loss exceeds its own limit`,
  }[map.measure];
  return left > 0 ? `${cell}; ${left} ${plural("system", left)} not in money` : cell;
}

function prepareCell(
  system: { readonly id: string; readonly name: string },
  category: { readonly id: string; readonly name: string },
  cell: Cell | undefined,
  map: HeatMap,
  ramp: RiskRamp,
): MatrixCell {
  const place = { system: system.id, category: category.id };
  const named = `${system.name}, ${category.name}`;
  if (!cell || cell.risks.length === 0)
    return {
      ...place,
      risks: [],
      text: null,
      step: null,
      kind: "none",
      overLimit: 0,
      isStale: false,
      words: `${named}: no risk`,
    };
  const rated = cell.risks.length - cell.unrated;
  const kind = rated === 0 ? "unrated" : cell.unrated > 0 ? "partly-rated" : "rated";
  const value = measuredValue(cell, map.measure);
  return {
    ...place,
    risks: cell.risks,
    text: value === null ? null : measuredText(value, map.measure),
    step: value === null ? null : ramp.stepOf(value),
    kind,
    overLimit: cell.overLimit,
    isStale: cell.stale > 0,
    words: `${named}: ${wordsOf(cell, rated, map)}`,
  };
}

function wordsOf(cell: Cell, rated: number, map: HeatMap): string {
  const count = cell.risks.length;
  const parts = [
    `${formatNumber(count)} ${plural("risk", count)}`,
    cell.worst ? `worst ${map.by} score ${formatNumber(cell.worst.score, 2)}` : null,
    lineWords(cell, rated),
    cell.unrated > 0 ? `${formatNumber(cell.unrated)} not rated` : null,
    cell.stale > 0 ? `${formatNumber(cell.stale)} stale` : null,
    cell.expectedAnnualLoss !== null
      ? `${formatMoney(cell.expectedAnnualLoss, map.currency, "table")} a year expected`
      : "not in money",
    cell.exceedanceProbability !== null ? `exceeds its limit with ${formatPercent(cell.exceedanceProbability)}` : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}

function lineWords({ overLimit, status }: Cell, rated: number): string | null {
  if (overLimit > 0) return `${formatNumber(overLimit)} over the line`;
  if (rated === 0) return null;
  return status === "unknown" ? "no line drawn" : "none over the line";
}

function measuredValue(cell: Cell, measure: HeatMap["measure"]): number | null {
  if (measure === "score") return cell.worst?.score ?? null;
  return measure === "expectedAnnualLoss" ? cell.expectedAnnualLoss : cell.exceedanceProbability;
}

function measuredText(value: number, measure: HeatMap["measure"]): string {
  if (measure === "score") return formatNumber(value, 2);
  return measure === "expectedAnnualLoss" ? formatAmount(value) : formatPercent(value);
}

function rampFor(map: HeatMap): RiskRamp {
  if (map.measure === "score") return scoreRamp(map.scale, map.line);
  if (map.measure === "exceedanceProbability") return probabilityRamp();
  const amounts = map.systemCategory.flatMap(({ expectedAnnualLoss }) => expectedAnnualLoss ?? []);
  return lossRamp(amounts, map.currency);
}

/** Worst mark of each system among the listed risks, which tells a passed deadline from a breach. */
function worstKinds(map: HeatMap): Map<string, MarkKind> {
  const worst = new Map<string, MarkKind>();
  for (const mark of map.marks) {
    const kind = markKind(mark, map.by);
    const known = worst.get(mark.system);
    if (known === undefined || markKinds.indexOf(kind) < markKinds.indexOf(known)) worst.set(mark.system, kind);
  }
  return worst;
}

function staleBySystem(map: HeatMap): Map<string, number> {
  const stale = new Map<string, number>();
  for (const cell of map.systemCategory) stale.set(cell.system, (stale.get(cell.system) ?? 0) + cell.stale);
  return stale;
}

function staleWords(count: number): string {
  return count === 0 ? "" : `, ${formatNumber(count)} stale`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Three letters or so for a narrow column. */
function shortName(name: string): string {
  const letters = [...name.replace(/[^\p{L}\p{N} ]/gu, " ").trim()];
  return capital(letters.slice(0, 3).join(""));
}
