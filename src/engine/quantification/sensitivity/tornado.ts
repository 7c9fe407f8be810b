import type { Distribution } from "../../stats/distribution.ts";
import { changingPortfolio } from "../change/changing-portfolio.ts";
import { expectedLoss } from "../control/expected-loss.ts";
import { estimateDistribution } from "../estimate/estimate-distribution.ts";
import type { Scenario } from "../scenario.ts";
import type { SimulationWatch } from "../simulation/simulation-options.ts";
import { SimulationStopped } from "../simulation/simulation-stopped.ts";
import { scaledEstimate } from "./scaled-estimate.ts";
import { type ScenarioInput, scenarioInputs, type Uncertainty, withEstimate } from "./scenario-inputs.ts";

/** The portfolio with one input at one of its ends. */
interface TornadoEnd {
  readonly p: 0.1 | 0.9;
  /** The input's own quantile. */
  readonly value: number;
  readonly expectedAnnualLoss: number;
  /** At 95 %; null where it was not asked for. */
  readonly expectedShortfall: number | null;
}

/** How far one input moves the portfolio. */
interface TornadoInput {
  /** Null for the strikes of a common cause that several scenarios name. */
  readonly scenario: string | null;
  readonly input: string;
  readonly uncertainty: Uncertainty;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
}

/** What moves the annual loss of a portfolio, and how far. */
export interface Tornado {
  readonly others: "as-they-are" | "median";
  /** With every input as the others are. */
  readonly expectedAnnualLoss: number;
  readonly expectedShortfall: number;
  /** The widest swing of the expected annual loss first. */
  readonly inputs: readonly TornadoInput[];
}

/** What a tornado is asked for. */
export interface TornadoOptions {
  /** The other inputs: as they are, or each at its median; "as-they-are" unless given. */
  readonly others?: "as-they-are" | "median";
  /** For how many of the widest inputs the expected shortfall is computed too; 20 unless given. */
  readonly shortfallOf?: number;
}

/**
 * The annual loss of a portfolio with each input in turn at its 10 % and its 90 % quantile.
 *
 * An input that we do not know (a rate, a probability, an effectiveness) is set to the value. A loss is chance: it
 * differs from event to event, and its mean is moved to the value, its shape kept in proportion; threat capability and
 * resistance are set. Inputs known for certain are left out. The expected annual loss is by formula, the expected
 * shortfall by `changingPortfolio`. Throws an EstimateError for an invalid estimate.
 *
 * Source: methods of one-at-a-time sensitivity, conditional mean and median version. docs/method/sensitivity.md.
 *
 * @throws SimulationStopped when `watch.isStopped` answered true
 *
 * @example
 * tornado([{ id: "a", system: "s", frequency: { min: 0, max: 2 }, loss: { primary: 5 }, controls: [] }])
 *   .inputs[0].high.expectedAnnualLoss // => 9
 */
export function tornado(
  scenarios: readonly Scenario[],
  { others = "as-they-are", shortfallOf = 20 }: TornadoOptions = {},
  { isStopped = () => false, onProgress = () => {} }: SimulationWatch = {},
): Tornado {
  const base = others === "median" ? scenarios.map(atMedians) : scenarios;
  const losses = new Map(base.map((scenario) => [scenario.id, expectedLoss(scenario)]));
  const total = [...losses.values()].reduce((sum, loss) => sum + loss, 0);
  const swings = uncertainInputs(scenarios).map((uncertain) => {
    const end = (p: 0.1 | 0.9) => {
      const value = uncertain.distribution.quantile(p);
      const changed = uncertain.places.map(({ scenario, place }) =>
        moved(base.find(({ id }) => id === scenario)!, place, { value, mean: uncertain.distribution.mean }),
      );
      const expectedAnnualLoss = changed.reduce(
        (sum, scenario) => sum + expectedLoss(scenario) - losses.get(scenario.id)!,
        total,
      );
      return { p, value, expectedAnnualLoss, changed };
    };
    return { ...uncertain, low: end(0.1), high: end(0.9) };
  });
  const swing = ({ low, high }: (typeof swings)[number]) => Math.abs(high.expectedAnnualLoss - low.expectedAnnualLoss);
  swings.sort((a, b) => swing(b) - swing(a));
  const portfolio = changingPortfolio(base);
  const asked = Math.min(shortfallOf, swings.length);
  const inputs = swings.map(({ places, input, uncertainty, low, high }, k): TornadoInput => {
    const end = ({ changed, ...figures }: typeof low): TornadoEnd => {
      if (k >= asked) return { ...figures, expectedShortfall: null };
      if (isStopped()) throw new SimulationStopped();
      return { ...figures, expectedShortfall: portfolio.with(...changed).expectedShortfall["0.95"] };
    };
    const answer = {
      scenario: places.length === 1 ? places[0]!.scenario : null,
      input,
      uncertainty,
      low: end(low),
      high: end(high),
    };
    if (k < asked) onProgress(k + 1, asked);
    return answer;
  });
  return {
    others,
    expectedAnnualLoss: total,
    expectedShortfall: portfolio.annualLoss.expectedShortfall["0.95"],
    inputs,
  };
}

interface UncertainInput {
  readonly input: string;
  readonly uncertainty: Uncertainty;
  readonly distribution: Distribution;
  /** Where it stands: once, or in every scenario that names the common cause. */
  readonly places: { readonly scenario: string; readonly place: ScenarioInput }[];
}

function uncertainInputs(scenarios: readonly Scenario[]): UncertainInput[] {
  const inputs: UncertainInput[] = [];
  const shared = new Map<string, UncertainInput>();
  for (const scenario of scenarios) {
    for (const place of scenarioInputs(scenario)) {
      const known = place.sharedCause === undefined ? undefined : shared.get(place.sharedCause);
      if (known) {
        known.places.push({ scenario: scenario.id, place });
        continue;
      }
      const { kind, input, uncertainty, estimate, sharedCause } = place;
      const distribution = estimateDistribution(estimate, { kind, field: `${scenario.id}: ${input}` });
      if (distribution.support[0] === distribution.support[1]) continue;
      const uncertain = { input, uncertainty, distribution, places: [{ scenario: scenario.id, place }] };
      inputs.push(uncertain);
      if (sharedCause !== undefined) shared.set(sharedCause, uncertain);
    }
  }
  return inputs;
}

function moved(scenario: Scenario, place: ScenarioInput, { value, mean }: { value: number; mean: number }): Scenario {
  return withEstimate(scenario, place.path, isLoss(place) ? scaledEstimate(place.estimate, value / mean) : value);
}

const isLoss = ({ path }: ScenarioInput) => path[0] === "loss" && path.at(-1) !== "probability";

/** Each input at its median; the force of threats and the resistance, which together are one certain number, stay. */
function atMedians(scenario: Scenario): Scenario {
  return scenarioInputs(scenario).reduce((changed, place) => {
    const { kind, input, estimate } = place;
    const { quantile, mean, support } = estimateDistribution(estimate, { kind, field: `${scenario.id}: ${input}` });
    if (support[0] === support[1] || (place.uncertainty === "chance" && !isLoss(place))) return changed;
    return moved(changed, place, { value: quantile(0.5), mean });
  }, scenario);
}
