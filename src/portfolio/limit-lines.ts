import type { Limit, LimitScope } from "../contract/record.ts";
import { defaultScoreLine } from "../engine/scoring/default-score-line.ts";
import type { ScoreLine } from "../engine/scoring/limit-line.ts";
import type { Scale } from "../engine/scoring/scale.ts";
import { limitId } from "./limit-id.ts";

/** A line drawn for the probability that a year's residual loss exceeds an amount. */
export interface AnnualLossLimit {
  readonly id: string;
  readonly scope: LimitScope;
  readonly exceeds: number;
  readonly appetite: number;
  readonly tolerance: number;
}

/**
 * The lines that residual scores are held to. A file that draws none is held to the program's own, portfolio-wide:
 * a convention to start from, which nobody approved.
 */
export function scoreLines(limits: readonly Limit[], scale: Scale): ScoreLine[] {
  const lines = limits.flatMap((limit) =>
    limit.measure === "residualScore"
      ? [{ id: limitId(limit), scope: limit.scope, appetite: limit.appetite, tolerance: limit.tolerance }]
      : [],
  );
  return lines.length > 0 ? lines : [defaultScoreLine(scale)];
}

/** The lines that annual losses are held to, in the order of the file. There is no default: an amount needs an owner. */
export function annualLossLimits(limits: readonly Limit[]): AnnualLossLimit[] {
  return limits.flatMap((limit) =>
    limit.measure === "annualLoss"
      ? [
          {
            id: limitId(limit),
            scope: limit.scope,
            exceeds: limit.exceeds,
            appetite: limit.appetite,
            tolerance: limit.tolerance,
          },
        ]
      : [],
  );
}
