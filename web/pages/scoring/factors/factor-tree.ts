import { proposedId } from "../../risk/risk-draft.ts";
import { type Axis, axes, type FactorDraft, type FactorsSheet, hasParts, newFactor } from "./factors-draft.ts";

/** A factor where it stands in its tree. */
export interface FactorPlace {
  readonly factor: FactorDraft;
  readonly axis: Axis;
  /** Null at the top. */
  readonly parent: FactorDraft | null;
  readonly depth: number;
  /** Place among its siblings, from 0. */
  readonly at: number;
  readonly siblings: number;
  /** Whether its parts are listed under it. */
  readonly state: "leaf" | "open" | "closed";
}

/** Every factor from the top down, both trees; parts of closed ones are left out. */
export function factorPlaces(sheet: FactorsSheet, closed: ReadonlySet<number> = new Set()): FactorPlace[] {
  const places: FactorPlace[] = [];
  const walk = (factor: FactorDraft, rest: Omit<FactorPlace, "factor" | "state">) => {
    const state = !hasParts(factor) ? "leaf" : closed.has(factor.key) ? "closed" : "open";
    places.push({ factor, ...rest, state });
    if (state !== "open") return;
    for (const [at, part] of factor.parts.entries())
      walk(part, { axis: rest.axis, parent: factor, depth: rest.depth + 1, at, siblings: factor.parts.length });
  };
  for (const axis of axes) walk(sheet[axis], { axis, parent: null, depth: 0, at: 0, siblings: 1 });
  return places;
}

/** The sheet with one factor changed. */
export function withFactor(sheet: FactorsSheet, changed: FactorDraft): FactorsSheet {
  const swap = (factor: FactorDraft): FactorDraft => {
    if (factor.key === changed.key) return changed;
    const parts = factor.parts.map(swap);
    return parts.some((part, at) => part !== factor.parts[at]) ? { ...factor, parts } : factor;
  };
  return { ...sheet, likelihood: swap(sheet.likelihood), impact: swap(sheet.impact) };
}

/** Ids of siblings: their own, or one that the name proposes and no other sibling has. Empty where there is no name. */
export function siblingIds(siblings: readonly Pick<FactorDraft, "id" | "name">[]): string[] {
  const taken = new Set(siblings.map(({ id }) => id.trim()).filter(Boolean));
  return siblings.map(({ id, name }) => {
    if (id.trim() !== "" || name.trim() === "") return id.trim();
    const wanted = proposedId(name) || "factor";
    let free = wanted;
    for (let next = 2; taken.has(free); next++) free = `${wanted}-${next}`;
    taken.add(free);
    return free;
  });
}

/** The sheet with a new factor among the parts of another one, and the new one's key. */
export function withNewPart(
  sheet: FactorsSheet,
  parent: FactorDraft,
  at: number,
): { sheet: FactorsSheet; key: number } {
  const key = 1 + Math.max(...allKeys(sheet));
  return { sheet: withFactor(sheet, { ...parent, parts: parent.parts.toSpliced(at, 0, newFactor(key)) }), key };
}

export function withoutFactor(sheet: FactorsSheet, { factor, parent }: FactorPlace): FactorsSheet {
  if (parent === null) return sheet;
  return withFactor(sheet, { ...parent, parts: parent.parts.filter(({ key }) => key !== factor.key) });
}

export type FactorMove = "up" | "down" | "in" | "out";

/**
 * The sheet with a factor moved: up or down among its siblings, in to be a part of the one above it, out to stand
 * beside its parent. Null where it cannot go there.
 */
export function movedFactor(sheet: FactorsSheet, place: FactorPlace, move: FactorMove): FactorsSheet | null {
  const { factor, parent, at } = place;
  if (parent === null) return null;
  const others = parent.parts.filter(({ key }) => key !== factor.key);
  if (move === "up" || move === "down") {
    const to = move === "up" ? at - 1 : at + 1;
    if (to < 0 || to > others.length) return null;
    return withFactor(sheet, { ...parent, parts: others.toSpliced(to, 0, factor) });
  }
  if (move === "in") {
    const above = parent.parts[at - 1];
    if (above === undefined || !hasParts(above)) return null;
    const parts = others.map((each) => (each.key === above.key ? { ...above, parts: [...above.parts, factor] } : each));
    return withFactor(sheet, { ...parent, parts });
  }
  const beside = factorPlaces(sheet).find((each) => each.factor.key === parent.key)!;
  if (beside.parent === null) return null;
  const parts = beside.parent.parts.map((each) => (each.key === parent.key ? { ...parent, parts: others } : each));
  return withFactor(sheet, { ...beside.parent, parts: parts.toSpliced(beside.at + 1, 0, factor) });
}

/** Keys of a factor and of everything below it, whether it is chosen to have parts or not. */
function keysOf({ key, parts }: FactorDraft): number[] {
  return [key, ...parts.flatMap(keysOf)];
}

function allKeys({ likelihood, impact }: FactorsSheet): number[] {
  return [...keysOf(likelihood), ...keysOf(impact)];
}
