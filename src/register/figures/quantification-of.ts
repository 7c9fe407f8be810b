import type { z } from "zod";
import type { Quantification } from "../../contract/detail.ts";
import type { quantifiedLimit } from "../../contract/quantification-report.ts";
import type { LimitScope } from "../../contract/record.ts";
import type { LineReading } from "../../engine/quantification/exact/exact-limit-readings.ts";
import { exactMethod } from "../../engine/quantification/exact/exact-method.ts";
import { inScope } from "../../engine/scoring/in-scope.ts";
import { limitStanding } from "../../engine/scoring/limit-standing.ts";
import type { AnnualLossLimit } from "../../portfolio/limit-lines.ts";
import type { AnnualLosses } from "./annual-losses.ts";
import { type FigureTime, figureStamp } from "./figure-time.ts";
import { lossOrigin } from "./loss-origin.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { nameOf } from "./risk-standing.ts";

type Scope = Quantification["scope"];

/** The annual loss of a scope in every state, against the limits drawn for exactly that scope. */
export async function quantificationOf(
  figures: RegisterFigures,
  scope: Scope,
  { losses, ...time }: FigureTime & { readonly losses: AnnualLosses },
): Promise<Quantification> {
  const within = [...figures.inputs.values()].filter((risk) => inScope(scope, risk));
  const unquantified = within.filter((risk) => risk.scenario === undefined);
  const quantified = within.length - unquantified.length;
  // Together: what is asked first is answered first, and the origin takes longest.
  const [loss, limits, origin] = await Promise.all([
    losses.ofEveryState(figures, scope),
    quantifiedLimits(figures, losses, (limit) => JSON.stringify(limit.scope) === JSON.stringify(scope)),
    lossOrigin(figures, { scope, quantified }, losses),
  ]);
  return {
    ...figureStamp(exactMethod, figures, time),
    currency: figures.currency,
    engine: "exact",
    scope,
    residual: loss.residual,
    inherent: loss.inherent,
    target: loss.target,
    limits,
    quantified,
    unquantified: unquantified.map(({ id }) => ({ id, name: nameOf(figures.state.risks.get(id)!.record) })),
    systems: systemMeans(figures, scope),
    ...origin,
  };
}

/** Limits on annual loss with where each stands; unknown where nothing in its scope is quantified. */
export async function quantifiedLimits(
  figures: RegisterFigures,
  losses: AnnualLosses,
  isWanted: (limit: AnnualLossLimit) => boolean,
): Promise<z.infer<typeof quantifiedLimit>[]> {
  const wanted = figures.lossLimits.filter(isWanted);
  const byScope = new Map<string, AnnualLossLimit[]>();
  for (const limit of wanted) {
    const key = JSON.stringify(limit.scope);
    byScope.set(key, [...(byScope.get(key) ?? []), limit]);
  }
  const readings = new Map<AnnualLossLimit, LineReading>();
  await Promise.all(
    [...byScope.values()].map(async (sharing) => {
      const { scope } = sharing[0]!;
      if (!isQuantified(figures, scope)) return;
      const lines = sharing.map(({ exceeds, tolerance }) => ({ exceeds, tolerance }));
      const read = await losses.residual(figures, scope, { of: "limitReadings", lines });
      for (const [index, limit] of sharing.entries()) readings.set(limit, read[index]!);
    }),
  );
  return wanted.map((limit) => ({
    ...limit,
    measure: "annualLoss" as const,
    ...limitStanding(limit, readings.get(limit) ?? null),
  }));
}

/** Whether a scope holds a risk with a scenario; without one its annual loss is unknown, not zero. */
function isQuantified(figures: RegisterFigures, scope: LimitScope): boolean {
  for (const risk of figures.inputs.values()) if (risk.scenario !== undefined && inScope(scope, risk)) return true;
  return false;
}

/** What a scope's systems are expected to lose in a year, the largest first. */
function systemMeans(figures: RegisterFigures, scope: Scope): Quantification["systems"] {
  const means = new Map<string, { residual: number; inherent: number }>();
  for (const score of figures.scores.values()) {
    const { residual, inherent } = score.expectedAnnualLoss;
    if (residual === null || inherent === null || !inScope(scope, score)) continue;
    const sum = means.get(score.system) ?? { residual: 0, inherent: 0 };
    means.set(score.system, { residual: sum.residual + residual, inherent: sum.inherent + inherent });
  }
  return [...means]
    .map(([id, sums]) => ({ id, name: figures.systemName(id), ...sums }))
    .toSorted((a, b) => b.residual - a.residual);
}
