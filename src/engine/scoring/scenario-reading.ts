import { lossEventFrequency } from "../quantification/loss-event-frequency.ts";
import { lossPerEvent } from "../quantification/loss-per-event.ts";
import { levelProbabilities } from "./level-probabilities.ts";
import type { CountedControl, ScenarioToScore } from "./risk-score.ts";
import type { Level, Scale } from "./scale.ts";

/** What a scenario says of a risk under some controls. */
export interface ScenarioReading {
  /** P(each likelihood level), lowest first. */
  readonly likelihood: readonly number[];
  /** P(each impact level of money), lowest first. */
  readonly impact: readonly number[];
  /** Mean annual loss in money: mean events a year × mean loss of one. */
  readonly expectedAnnualLoss: number;
}

/** A scenario read on a scale, under any set of controls. */
export type ScenarioReader = (controls: readonly CountedControl[]) => ScenarioReading;

/**
 * Reads a scenario on a scale: the probability of every level of the loss events a year and of the loss of one event.
 * Events of common causes count among the loss events; a control on the secondary loss changes the loss of one event.
 *
 * The mean annual loss is E[events a year] · E[loss of one event], which is exact because the two are independent.
 * An axis is read once for each set of controls that acts on it, so that the steps of a waterfall cost no more than
 * their differences. Who calls decides which controls count.
 *
 * @example
 * scenarioReader(defaultScale, { frequency: 2, loss: { primary: 50000 } })([]).expectedAnnualLoss // => 100000
 */
export function scenarioReader(scale: Scale, scenario: ScenarioToScore): ScenarioReader {
  const frequency = axisReader("frequency", { levels: scale.likelihood, scenario });
  const loss = axisReader("loss", { levels: scale.impact, scenario });
  return (controls) => {
    const events = frequency(controls);
    const perEvent = loss(controls);
    return {
      likelihood: events.probabilities,
      impact: perEvent.probabilities,
      expectedAnnualLoss: events.mean * perEvent.mean,
    };
  };
}

/** Resolution of a frequency with several uncertain factors: probabilities of levels to about 1e-4. */
const bins = 12;

interface AxisReading {
  readonly acting: readonly CountedControl[];
  readonly probabilities: readonly number[];
  readonly mean: number;
}

function axisReader(
  axis: "frequency" | "loss",
  { levels, scenario }: { readonly levels: readonly Level[]; readonly scenario: ScenarioToScore },
): (controls: readonly CountedControl[]) => AxisReading {
  const read: AxisReading[] = [];
  return (controls) => {
    // In one order, so that the order of the file cannot decide between levels that are nearly as probable.
    const acting = controls
      .filter((control) => (control.acts === "frequency") === (axis === "frequency"))
      .sort((a, b) => (a.control < b.control ? -1 : a.control > b.control ? 1 : 0));
    const known = read.find((reading) => isSameList(reading.acting, acting));
    if (known !== undefined) return known;
    const under = { id: "", system: "", ...scenario, controls: acting };
    const distribution = axis === "frequency" ? lossEventFrequency(under, { bins }) : lossPerEvent(under);
    const reading = { acting, probabilities: levelProbabilities(levels, distribution.cdf), mean: distribution.mean };
    read.push(reading);
    return reading;
  };
}

function isSameList(a: readonly CountedControl[], b: readonly CountedControl[]): boolean {
  return a.length === b.length && a.every((control, index) => control === b[index]);
}
