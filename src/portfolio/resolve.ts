import { defaultCategories, defaultCurrency, type Portfolio } from "../contract/portfolio.ts";
import type { Limit } from "../contract/record.ts";
import { resolveRates } from "../contract/resolved/resolve-rates.ts";
import { resolveScale } from "../contract/resolved/resolve-scale.ts";
import type { ScoreLine } from "../engine/scoring/limit-line.ts";
import type { RiskToScore } from "../engine/scoring/risk-score.ts";
import type { Scale } from "../engine/scoring/scale.ts";
import { type AnnualLossLimit, annualLossLimits, scoreLines } from "./limit-lines.ts";
import { scoringInput } from "./scoring-input.ts";

/** A portfolio with its defaults filled in and its references followed: what the engine works on. */
export interface ResolvedPortfolio {
  readonly currency: string;
  readonly scale: Scale;
  /** Ids in the order of the file. */
  readonly systems: readonly string[];
  /** Ids in the order of the taxonomy: the file's, or the default one. */
  readonly categories: readonly string[];
  readonly risks: readonly RiskToScore[];
  /** Lines of residual scores; the default one where the file draws none. */
  readonly scoreLines: readonly ScoreLine[];
  readonly annualLossLimits: readonly AnnualLossLimit[];
}

/**
 * Follows every reference of a valid portfolio: scale, categories and limits with their defaults, each risk with its
 * controls' status, levels as numbers and money in one currency.
 *
 * The portfolio is as `readPortfolio` leaves it, without mistakes.
 */
export function resolvePortfolio(portfolio: Portfolio): ResolvedPortfolio {
  const currency = portfolio.currency ?? defaultCurrency;
  const scale = resolveScale(portfolio.scale);
  const limits: readonly Limit[] = portfolio.limits ?? [];
  const context = {
    scale,
    controls: new Map((portfolio.controls ?? []).map((control) => [control.id, control])),
    dependencies: new Map((portfolio.dependencies ?? []).map((dependency) => [dependency.id, dependency])),
    annualTurnover: portfolio.annualTurnover,
    rateOf: resolveRates(portfolio.rates, currency),
  };
  return {
    currency,
    scale,
    systems: (portfolio.systems ?? []).map(({ id }) => id),
    categories: portfolio.categories?.map(({ id }) => id) ?? defaultCategories,
    risks: (portfolio.risks ?? []).map((risk) => scoringInput(risk, context)),
    scoreLines: scoreLines(limits, scale),
    annualLossLimits: annualLossLimits(limits),
  };
}
