import { controlsLeft } from "../controls-left.ts";
import { estimateDistribution } from "../estimate/estimate-distribution.ts";
import type { ControlEffect, Scenario } from "../scenario.ts";
import { expectedLoss } from "./expected-loss.ts";

/** Controls of one mechanism on one node: which candidates are among them, and what share any set of these leaves. */
interface LeftShare {
  readonly acts: ControlEffect["acts"];
  /** Of a set, the sum of 2^k over its members; 1 for none, the controls that are always on being counted already. */
  readonly left: (set: number) => number;
  /** What `left` has computed so far, by set. */
  readonly known: readonly number[];
}

/** The expected annual loss of a scenario under any set of candidates: frequency × loss × (primary + secondary). */
interface ScenarioTerms {
  readonly primary: number;
  readonly secondary: number;
  readonly shares: readonly LeftShare[];
  /** The set that is on, by share. */
  readonly sets: number[];
  value: number;
}

/**
 * The expected annual loss of a portfolio under sets of candidate controls, switched on and off one at a time: by the
 * product of what each mechanism leaves on average, which independent controls allow.
 */
export class ExpectedLossTerms {
  readonly #scenarios: ScenarioTerms[] = [];
  /** Where each candidate acts: scenario, share, bit. */
  readonly #places: { readonly scenario: ScenarioTerms; readonly share: number; readonly bit: number }[][];
  /** Values before the candidates that were tried, the last on top. */
  readonly #before: number[] = [];
  #fixed = 0;

  /** Throws an EstimateError for an invalid estimate. */
  constructor(scenarios: readonly Scenario[], candidates: readonly string[], alwaysOn: ReadonlySet<string>) {
    this.#places = candidates.map(() => []);
    const positions = new Map(candidates.map((id, k) => [id, k]));
    for (const scenario of scenarios) this.#add(scenario, positions, alwaysOn);
  }

  /** Of all scenarios, under what is on now. */
  get total(): number {
    return this.#scenarios.reduce((sum, { value }) => sum + value, this.#fixed);
  }

  /** How many scenarios a candidate is part of. */
  reach(candidate: number): number {
    return new Set(this.#places[candidate]!.map(({ scenario }) => scenario)).size;
  }

  /** Switches a candidate; answers by how much the total changes. */
  switch(candidate: number, to: "on" | "off"): number {
    let change = 0;
    for (const { scenario, share, bit } of this.#places[candidate]!) {
      change += reset(scenario, share, to === "on" ? bit : -bit);
    }
    return change;
  }

  /** Switches a candidate on until it is taken back; answers by how much the total changes. */
  tryOn(candidate: number): number {
    let change = 0;
    for (const { scenario, share, bit } of this.#places[candidate]!) {
      this.#before.push(scenario.value);
      change += reset(scenario, share, bit);
    }
    return change;
  }

  /** Takes back the candidate tried last. */
  takeBack(candidate: number): void {
    const places = this.#places[candidate]!;
    for (let k = places.length - 1; k >= 0; k--) {
      const { scenario, share, bit } = places[k]!;
      scenario.sets[share]! -= bit;
      scenario.value = this.#before.pop()!;
    }
  }

  #add(scenario: Scenario, positions: ReadonlyMap<string, number>, alwaysOn: ReadonlySet<string>): void {
    const on = scenario.controls.filter(({ control }) => alwaysOn.has(control));
    const base = { ...scenario, controls: on };
    const total = expectedLoss(base);
    const groups = new Map<string, ControlEffect[]>();
    for (const effect of scenario.controls) {
      if (!positions.has(effect.control) && !alwaysOn.has(effect.control)) continue;
      const name = `${effect.acts} ${effect.mechanism === undefined ? `of ${effect.control}` : `by ${effect.mechanism}`}`;
      const group = groups.get(name);
      if (group) group.push(effect);
      else groups.set(name, [effect]);
    }
    const open = [...groups.values()].filter((group) => group.some(({ control }) => !alwaysOn.has(control)));
    if (open.length === 0 || !(total > 0)) {
      this.#fixed += total;
      return;
    }
    const { secondary: _, ...alone } = scenario.loss;
    const primary = scenario.loss.secondary ? expectedLoss({ ...base, loss: alone }) : total;
    const terms: ScenarioTerms = {
      primary,
      secondary: Math.max(0, total - primary),
      shares: open.map((group) => leftShare(scenario.id, group, alwaysOn)),
      sets: open.map(() => 0),
      value: total,
    };
    this.#scenarios.push(terms);
    for (const [share, group] of open.entries()) {
      const members = group.filter(({ control }) => !alwaysOn.has(control));
      members.forEach(({ control }, k) => {
        this.#places[positions.get(control)!]!.push({ scenario: terms, share, bit: 2 ** k });
      });
    }
  }
}

/** Adds to the set that is on in a share; answers by how much the loss changes. */
function reset(scenario: ScenarioTerms, share: number, by: number): number {
  const before = scenario.value;
  scenario.sets[share]! += by;
  scenario.value = lossOf(scenario);
  return scenario.value - before;
}

function lossOf({ primary, secondary, shares, sets }: ScenarioTerms): number {
  let every = 1;
  let further = 1;
  for (let k = 0; k < shares.length; k++) {
    const share = shares[k]!;
    const left = share.known[sets[k]!] ?? share.left(sets[k]!);
    if (share.acts === "secondary") further *= left;
    else every *= left;
  }
  return every * (primary + further * secondary);
}

/** Means of what sets leave, relative to what the controls that are always on leave; each set is computed once. */
function leftShare(id: string, group: readonly ControlEffect[], alwaysOn: ReadonlySet<string>): LeftShare {
  const { acts } = group[0]!;
  const members = group.filter(({ control }) => !alwaysOn.has(control));
  const always = group.filter(({ control }) => alwaysOn.has(control));
  const meanLeft = (effects: readonly ControlEffect[]) =>
    controlsLeft(effects, {
      acts,
      read: (kind, field, estimate) => estimateDistribution(estimate, { kind, field: `${id}: ${field}` }),
    }).reduce((total, { mean }) => total * mean, 1);
  const before = meanLeft(always);
  const known: number[] = [1];
  return {
    acts,
    known,
    left(set) {
      const on = members.filter((_, k) => Math.floor(set / 2 ** k) % 2 === 1);
      const share = before > 0 ? Math.min(1, meanLeft([...always, ...on]) / before) : 1;
      known[set] = share;
      return share;
    },
  };
}
