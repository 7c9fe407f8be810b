import type { AnnualLoss } from "../../engine/quantification/annual-loss.ts";
import {
  type Contributions,
  exactContributions,
} from "../../engine/quantification/contribution/exact-contributions.ts";
import { exactAnnualLoss } from "../../engine/quantification/exact/exact-annual-loss.ts";
import {
  exactLimitReadings,
  type LineReading,
  type LossLine,
} from "../../engine/quantification/exact/exact-limit-readings.ts";
import { exactReturnPeriods, type ReturnPeriod } from "../../engine/quantification/exact/exact-return-periods.ts";
import type { Scenario } from "../../engine/quantification/scenario.ts";

/** What can be asked of some scenarios' annual loss. */
export type LossQuestion =
  | { readonly of: "annualLoss" }
  /** Where the year's loss stands against each of several lines. */
  | { readonly of: "limitReadings"; readonly lines: readonly LossLine[] }
  /** What each scenario brings to the expected loss and to the expected shortfall at a level. */
  | { readonly of: "contributions"; readonly level: number }
  /** The losses exceeded once in each number of years. */
  | { readonly of: "returnPeriods"; readonly years: readonly number[] };

interface LossFigures {
  readonly annualLoss: AnnualLoss;
  readonly limitReadings: readonly LineReading[];
  readonly contributions: Contributions;
  readonly returnPeriods: readonly ReturnPeriod[];
}

/** The figure that answers a question. */
export type LossFigure<Q extends LossQuestion = LossQuestion> = LossFigures[Q["of"]];

/** The exact figure: the same bits wherever it is computed. */
export function answerLossQuestion(scenarios: readonly Scenario[], question: LossQuestion): LossFigure {
  switch (question.of) {
    case "annualLoss":
      return exactAnnualLoss(scenarios);
    case "limitReadings":
      return exactLimitReadings(scenarios, question.lines);
    case "contributions":
      return exactContributions(scenarios, { level: question.level });
    case "returnPeriods":
      return exactReturnPeriods(scenarios, question.years);
    default: {
      const unanswered: never = question;
      return unanswered;
    }
  }
}
