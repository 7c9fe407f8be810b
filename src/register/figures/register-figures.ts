import type { Portfolio } from "../../contract/portfolio.ts";
import { defaultTimeZone } from "../../contract/portfolio.ts";
import type { Risk } from "../../contract/record.ts";
import { limitLine, type ScoreLine, type Whereabouts } from "../../engine/scoring/limit-line.ts";
import type { RiskScore, RiskToScore } from "../../engine/scoring/risk-score.ts";
import type { Scale } from "../../engine/scoring/scale.ts";
import { scoreRisk } from "../../engine/scoring/score-risk.ts";
import type { AnnualLossLimit } from "../../portfolio/limit-lines.ts";
import { resolvePortfolio } from "../../portfolio/resolve.ts";
import { calendarDate } from "../calendar.ts";
import { portfolioOf } from "../portfolio/portfolio-of.ts";
import type { RegisterState } from "../read-register.ts";

/** The register at one revision with the score of every risk: what every map, table and page is drawn from. */
export interface RegisterFigures {
  readonly state: RegisterState;
  readonly organization: string;
  readonly currency: string;
  readonly timeZone: string;
  /** Calendar date at the organisation, for freshness and deadlines. */
  readonly today: string;
  readonly scale: Scale;
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly inputs: ReadonlyMap<string, RiskToScore>;
  readonly scores: ReadonlyMap<string, RiskScore>;
  readonly lines: readonly ScoreLine[];
  readonly lineOf: (risk: Whereabouts) => ScoreLine | null;
  readonly lossLimits: readonly AnnualLossLimit[];
  readonly systemName: (id: string) => string;
  readonly personName: (id: string) => string;
}

/**
 * Scores a register. A risk whose record, controls and settings are the very objects of `previous` keeps its score,
 * so that after one change only what depends on it is computed.
 */
export function registerFigures(
  state: RegisterState,
  { now, previous }: { now: Date; previous: RegisterFigures | null },
): RegisterFigures {
  const portfolio = portfolioOf(state);
  const risks = portfolio.risks ?? [];
  const kept = previous === null || previous.state.settings !== state.settings ? null : previous;
  const changed = kept === null ? risks : risks.filter((risk) => !isUntouched(risk, state, kept.state));
  const resolved = resolvePortfolio({ ...portfolio, risks: changed });
  const fresh = new Map(resolved.risks.map((input) => [input.id, input]));
  const timeZone = portfolio.timeZone ?? defaultTimeZone;
  const inputs = new Map<string, RiskToScore>();
  const scores = new Map<string, RiskScore>();
  for (const { id } of risks) {
    const input = fresh.get(id);
    inputs.set(id, input ?? kept!.inputs.get(id)!);
    scores.set(id, input === undefined ? kept!.scores.get(id)! : scoreRisk(resolved.scale, input));
  }
  return {
    state,
    organization: portfolio.organization ?? "",
    currency: resolved.currency,
    timeZone,
    today: calendarDate(now, timeZone),
    scale: resolved.scale,
    categories: resolved.categories.map((id) => ({ id, name: categoryName(portfolio, id) })),
    inputs,
    scores,
    lines: resolved.scoreLines,
    lineOf: limitLine(resolved.scoreLines),
    lossLimits: resolved.annualLossLimits,
    systemName: (id) => state.systems.get(id)?.record.name ?? id,
    personName: (id) => state.people.get(id)?.record.name ?? id,
  };
}

function isUntouched(risk: Risk, state: RegisterState, before: RegisterState): boolean {
  return (
    before.risks.get(risk.id)?.record === risk &&
    before.risks.get(risk.id)?.retiredOn === null &&
    (risk.controls ?? []).every(({ control }) => before.controls.get(control) === state.controls.get(control))
  );
}

function categoryName(portfolio: Portfolio, id: string): string {
  const written = portfolio.categories?.find((category) => category.id === id)?.name;
  if (written !== undefined) return written;
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
