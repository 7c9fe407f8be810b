import { discretize } from "../../stats/discretize.ts";
import type { Distribution, WeightedValues } from "../../stats/distribution.ts";
import { gaussRule } from "../../stats/gauss-rule.ts";
import { integrateAgainst } from "../../stats/integrate-against.ts";
import { type CauseYear, solveStrike } from "./cause-year.ts";
import type { EventLoss } from "./event-loss.ts";
import { curveCdf, lossCurve } from "./loss-curve.ts";
import { probabilityOfNone, type RateLaw } from "./rate-law.ts";
import type { ScenarioYear } from "./scenario-year.ts";
import { eventGrid, eventSpread, solveEvent } from "./solve-event.ts";

const FOR_ONE = { cells: 4096, mostCells: 2 ** 18, bracket: "none" } as const;
const ALWAYS: WeightedValues = { values: [0], weights: [1] };
/** Nodes that are enough for E[exp(−Λq)], which is smooth in Λ, where sums need thousands. */
const RATE_NODES = 24;

/**
 * The distribution function of the largest event of a year, 0 where there is none: P(no event loses more than x).
 *
 * E[(1 − P(Y > x))^N], over the secondary probability and over what controls leave, both drawn once a year. A strike of
 * a common cause is one event with its total loss. A loss of one addend without a secondary one is read from its own
 * distribution function, others from a grid, to about 1e-5.
 *
 * @example
 * const scenario = { id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] };
 * largestEventCdf(scenarioYear(scenarioDistributions(scenario)))(4).toFixed(9) // => "0.135335283"
 */
export function largestEventCdf(year: ScenarioYear | CauseYear): (loss: number) => number {
  if (year.kind === "cause") {
    const cdf = year.struck.length === 0 ? () => 1 : strikeCdf(year);
    const strikes = compact(year.rate);
    return (loss) => probabilityOfNone(strikes, 1 - cdf(loss));
  }
  const { primary, secondary, multiplier } = year;
  const rate = compact(year.rate);
  const alone = sumCdf(primary);
  const followed = secondary ? sumCdf([...primary, ...secondary.loss]) : alone;
  const { values, weights } = secondary?.probability ?? ALWAYS;
  const given = (loss: number): number => {
    const above = 1 - alone(loss);
    const more = secondary ? Math.max(0, alone(loss) - followed(loss)) : 0;
    return values.reduce((sum, share, k) => sum + weights[k]! * probabilityOfNone(rate, above + share * more), 0);
  };
  return multiplier ? multiplied(given, { multiplier, event: year }) : given;
}

function compact(law: RateLaw): RateLaw {
  if (law.kind === "mixed") return { kind: "mixed", ...gaussRule(law, RATE_NODES) };
  if (law.kind !== "zero-inflated" || law.otherwise.kind !== "mixed") return law;
  return { ...law, otherwise: { kind: "mixed", ...gaussRule(law.otherwise, RATE_NODES) } };
}

/**
 * x ↦ E[given(x / M)]; what is multiplied by 0 is never larger than x. Where the loss varies M is a rule whose nodes lie
 * closer than that spread; where it has steps it is integrated.
 */
function multiplied(
  given: (loss: number) => number,
  { multiplier, event }: { readonly multiplier: Distribution; readonly event: EventLoss },
): (loss: number) => number {
  const under = (left: number, loss: number) => (left > 0 ? given(loss / left) : 1);
  const [low, high] = multiplier.support;
  if (eventGrid(event).reading === "steps" && !multiplier.atoms) {
    return (loss) => {
      const of = (left: number) => under(left, loss);
      return of(low) * multiplier.cdf(low) + integrateAgainst(multiplier.cdf, { of, low, high });
    };
  }
  const needed = Math.ceil((4 * (high - low)) / (multiplier.mean * Math.max(1e-3, eventSpread(event))));
  const rule = discretize(multiplier, Math.min(512, Math.max(48, needed)));
  return (loss) => rule.values.reduce((sum, left, k) => sum + rule.weights[k]! * under(left, loss), 0);
}

function sumCdf(addends: EventLoss["primary"]): (loss: number) => number {
  const [only, ...others] = addends;
  if (only && others.length === 0) return (loss) => only.cdf(loss);
  const event: EventLoss = { primary: addends, secondary: undefined, multiplier: undefined };
  const none = addends.reduce((all, addend) => all * addend.cdf(0), 1);
  const { fine, reading } = solveEvent(event, FOR_ONE);
  const curve = lossCurve(fine, { none, reading });
  return (loss) => curveCdf(curve, loss);
}

function strikeCdf(year: CauseYear): (loss: number) => number {
  const { fine, reading } = solveStrike(year, FOR_ONE);
  const curve = lossCurve(fine, { none: year.strike.none, reading });
  return (loss) => curveCdf(curve, loss);
}
