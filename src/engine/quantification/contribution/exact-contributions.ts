import type { Scenario } from "../scenario.ts";
import type { SimulationWatch } from "../simulation/simulation-options.ts";
import { gridContributions } from "./grid-contributions.ts";

/** What one part brings to the figures of the whole. */
interface Contribution {
  readonly id: string;
  readonly expectedAnnualLoss: number;
  /** What it brings to the expected shortfall of the portfolio: its mean loss in the portfolio's worst years. */
  readonly expectedShortfall: number;
}

/** Where the loss of a portfolio comes from. */
export interface Contributions {
  readonly level: number;
  readonly valueAtRisk: number;
  readonly expectedShortfall: number;
  readonly expectedAnnualLoss: number;
  /** In the order given; both columns add up to the figures of the portfolio. */
  readonly scenarios: readonly (Contribution & { readonly system: string })[];
  /** In the order of first appearance. */
  readonly systems: readonly Contribution[];
}

/**
 * Euler contributions of scenarios and systems to the expected shortfall of a portfolio: the mean loss of each in the
 * worst 1 − level of the years, the years that lose just the value at risk counted by the share that fills them up.
 *
 * Exact, without simulation, by convolution of each year with the sum of all others; what a common cause brings is
 * shared among its scenarios exactly. `expectedShortfall` and `valueAtRisk` have the bits of
 * `exactAnnualLoss` at its levels; the contributions as the grid gives them add up to it within its stated error,
 * mostly below 1e-5, which is shared out in proportion to them. `level` lies in (0, 1). 2,000 scenarios hold some
 * 200 transforms at a time. Throws an EstimateError for an invalid estimate, a RangeError for a level outside.
 *
 * Source: Tasche 2007 (capital allocation, Euler); Acerbi and Tasche 2002 (atom). docs/method/contributions.md.
 *
 * @throws SimulationStopped when `watch.isStopped` answered true
 *
 * @example
 * exactContributions([{ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }], { level: 0.95 })
 *   .scenarios[0].expectedAnnualLoss // => 10
 */
export function exactContributions(
  scenarios: readonly Scenario[],
  { level }: { readonly level: number },
  watch: SimulationWatch = {},
): Contributions {
  const { valueAtRisk, expectedShortfall, means, parts } = gridContributions(scenarios, { level }, watch);
  const sum = parts.reduce((total, part) => total + part, 0);
  const scale = sum > 0 ? expectedShortfall / sum : 0;
  const contributions = scenarios.map(({ id, system }, k) => ({
    id,
    system,
    expectedAnnualLoss: means[k]!,
    expectedShortfall: parts[k]! * scale,
  }));
  const systems = new Map<string, Contribution>();
  for (const { system, expectedAnnualLoss, expectedShortfall } of contributions) {
    const before = systems.get(system);
    systems.set(system, {
      id: system,
      expectedAnnualLoss: (before?.expectedAnnualLoss ?? 0) + expectedAnnualLoss,
      expectedShortfall: (before?.expectedShortfall ?? 0) + expectedShortfall,
    });
  }
  return {
    level,
    valueAtRisk,
    expectedShortfall,
    expectedAnnualLoss: means.reduce((total, mean) => total + mean, 0),
    scenarios: contributions,
    systems: [...systems.values()],
  };
}
