import { weighByPairs } from "../../src/contract/structured/weigh-by-pairs.ts";
import { weighScenarios } from "../../src/contract/structured/weigh-scenarios.ts";
import {
  type ChangingPortfolio,
  changingPortfolio,
} from "../../src/engine/quantification/change/changing-portfolio.ts";
import { cheapestRestoring } from "../../src/engine/quantification/control/cheapest-restoring.ts";
import { controlBenefits } from "../../src/engine/quantification/control/control-benefits.ts";
import { controlFrontier } from "../../src/engine/quantification/control/control-frontier.ts";
import { exactExceedance } from "../../src/engine/quantification/exact/exact-exceedance.ts";
import { exactOccurrence } from "../../src/engine/quantification/exact/exact-occurrence.ts";
import { exactReturnPeriods } from "../../src/engine/quantification/exact/exact-return-periods.ts";
import type { Scenario } from "../../src/engine/quantification/scenario.ts";
import { tornado } from "../../src/engine/quantification/sensitivity/tornado.ts";
import { type OccurrenceCurve, pageSimulation, type Question, type TaskName, type Tasks } from "./tasks.ts";

/** The portfolio of the last change, in a worker that answers one page's questions one after another. */
let held: { readonly portfolio: string; readonly years: ChangingPortfolio } | undefined;

type Progress = (done: number, of: number) => void;

/** Computes one task. Progress is said where a task has steps. */
export function answerTask<Name extends TaskName>(
  { task, input }: Question<Name>,
  onProgress: Progress,
): Tasks[Name]["answer"] {
  return answers[task](input as never, onProgress) as Tasks[Name]["answer"];
}

const answers: {
  readonly [Name in TaskName]: (input: Tasks[Name]["question"], onProgress: Progress) => Tasks[Name]["answer"];
} = {
  occurrence: ({ states }, onProgress) =>
    Object.fromEntries(
      states.map(({ name, scenarios, losses }, index) => {
        const curve = occurrenceCurve(scenarios, losses);
        onProgress(index + 1, states.length);
        return [name, curve];
      }),
    ),
  "changed-year": ({ portfolio, scenarios, changed }) => {
    if (held?.portfolio !== portfolio) held = { portfolio, years: changingPortfolio(scenarios) };
    return changed.length === 0 ? held.years.annualLoss : held.years.with(...changed);
  },
  exceedance: ({ scenarios, exceeds }) => exactExceedance(scenarios, exceeds),
  benefits: ({ scenarios, controls }, onProgress) =>
    controlBenefits(scenarios, controls, pageSimulation, { onProgress }),
  frontier: (problem, onProgress) => controlFrontier(problem, { onProgress }),
  restoring: ({ limits, ...problem }, onProgress) =>
    limits.map((limit, index) => {
      const found = cheapestRestoring({ ...problem, limit });
      onProgress(index + 1, limits.length);
      return found;
    }),
  pairs: ({ file }) => weighByPairs(file, { table: "alonso-lamata", seed: pageSimulation.seed }),
  scenarios: ({ file, version }) => weighScenarios(file, { version, seed: pageSimulation.seed }),
  tornado: ({ scenarios }, onProgress) => tornado(scenarios, {}, { onProgress }),
};

function occurrenceCurve(scenarios: readonly Scenario[], losses: readonly number[]): OccurrenceCurve {
  const probabilities = exactOccurrence(scenarios, losses);
  const levels = exactReturnPeriods(scenarios, [2, 10, 20, 100]);
  const at = (years: number) => levels.find((level) => level.years === years)!.occurrence;
  return {
    exceedance: losses.map((loss, i) => ({ loss, probability: probabilities[i]! })),
    valueAtRisk: { "0.5": at(2), "0.9": at(10), "0.95": at(20), "0.99": at(100) },
  };
}
