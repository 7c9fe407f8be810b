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
import { rankFrom } from "./ranked-risks.ts";

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
 * Scores a register. A risk whose record, controls, common causes and settings are the very objects of `previous` keeps
 * its score, so that after one change only what depends on it is computed.
 */
export function registerFigures(
  state: RegisterState,
  { now, previous }: { now: Date; previous: RegisterFigures | null },
): RegisterFigures {
  const kept = previous === null || previous.state.settings !== state.settings ? null : previous;
  const risks = [...state.risks.values()].flatMap(({ record, retiredOn }) => (retiredOn === null ? record : []));
  const changed = kept === null ? risks : risks.filter((risk) => !isUntouched(risk, state, kept.state));
  const portfolio = portfolioOf({ ...state, risks: new Map() });
  const resolved = resolvePortfolio({ ...portfolio, risks: changed });
  const fresh = new Map(resolved.risks.map((input) => [input.id, input]));
  const scale = kept?.scale ?? resolved.scale;
  const inputs = new Map<string, RiskToScore>();
  const scores = new Map<string, RiskScore>();
  for (const { id } of risks) {
    const input = fresh.get(id);
    inputs.set(id, input ?? kept!.inputs.get(id)!);
    scores.set(id, input === undefined ? kept!.scores.get(id)! : scoreRisk(scale, input));
  }
  const timeZone = portfolio.timeZone ?? defaultTimeZone;
  const hasSameLines = kept !== null && kept.state.limits === state.limits;
  const figures: RegisterFigures = {
    state,
    organization: portfolio.organization ?? "",
    currency: resolved.currency,
    timeZone,
    today: calendarDate(now, timeZone),
    scale,
    categories: resolved.categories.map((id) => ({ id, name: categoryName(portfolio, id) })),
    inputs,
    scores,
    lines: hasSameLines ? kept.lines : resolved.scoreLines,
    lineOf: hasSameLines ? kept.lineOf : limitLine(resolved.scoreLines),
    lossLimits: hasSameLines ? kept.lossLimits : resolved.annualLossLimits,
    systemName: (id) => state.systems.get(id)?.record.name ?? id,
    personName: (id) => state.people.get(id)?.record.name ?? id,
  };
  if (kept !== null) rankFrom(kept, figures);
  return figures;
}

function isUntouched(risk: Risk, state: RegisterState, before: RegisterState): boolean {
  return (
    before.risks.get(risk.id)?.record === risk &&
    before.risks.get(risk.id)?.retiredOn === null &&
    (risk.controls ?? []).every(({ control }) => before.controls.get(control) === state.controls.get(control)) &&
    (risk.scenario?.commonCauses ?? []).every(
      ({ cause }) => before.dependencies.get(cause) === state.dependencies.get(cause),
    )
  );
}

function categoryName(portfolio: Portfolio, id: string): string {
  const written = portfolio.categories?.find((category) => category.id === id)?.name;
  if (written !== undefined) return written;
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
