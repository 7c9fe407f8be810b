import type { z } from "zod";
import type { Quantification } from "../../contract/detail.ts";
import type { quantifiedLimit } from "../../contract/quantification-report.ts";
import type { LimitScope } from "../../contract/record.ts";
import { inScope } from "../../engine/scoring/in-scope.ts";
import { limitStatus } from "../../engine/scoring/limit-status.ts";
import type { AnnualLossLimit } from "../../portfolio/limit-lines.ts";
import type { AnnualLosses } from "./annual-losses.ts";
import { exactMethod } from "./exact-method.ts";
import type { FigureTime } from "./figure-time.ts";
import { lossOrigin } from "./loss-origin.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { nameOf } from "./risk-standing.ts";

type Scope = Quantification["scope"];

/** The annual loss of a scope in every state, against the limits drawn for exactly that scope. */
export async function quantificationOf(
  figures: RegisterFigures,
  scope: Scope,
  { computedAt, asOf, losses }: FigureTime & { readonly losses: AnnualLosses },
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
    method: exactMethod,
    revision: figures.state.revision,
    asOf: asOf?.toISOString() ?? null,
    computedAt: computedAt.toISOString(),
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

/** Limits on annual loss with the probability each measures; unknown where nothing in its scope is quantified. */
export function quantifiedLimits(
  figures: RegisterFigures,
  losses: AnnualLosses,
  isWanted: (limit: AnnualLossLimit) => boolean,
): Promise<z.infer<typeof quantifiedLimit>[]> {
  const measured = figures.lossLimits.filter(isWanted).map(async (limit) => {
    const probability = isQuantified(figures, limit.scope)
      ? await losses.residual(figures, limit.scope, { of: "exceedance", above: limit.exceeds })
      : null;
    return { ...limit, measure: "annualLoss" as const, probability, status: limitStatus(probability, limit) };
  });
  return Promise.all(measured);
}

/** Whether a scope holds a risk with a scenario; without one its annual loss is unknown, not zero. */
export function isQuantified(figures: RegisterFigures, scope: LimitScope): boolean {
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
