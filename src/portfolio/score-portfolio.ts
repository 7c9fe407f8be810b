import type { Portfolio } from "../contract/portfolio.ts";
import type { ScoreReport, State } from "../contract/score-report.ts";
import { likelihoodImpactMap } from "../engine/scoring/likelihood-impact-map.ts";
import { limitLine, type ScoreLine } from "../engine/scoring/limit-line.ts";
import { limitStatus } from "../engine/scoring/limit-status.ts";
import { rankRisks } from "../engine/scoring/rank-risks.ts";
import type { RiskScore } from "../engine/scoring/risk-score.ts";
import { scoreRisk } from "../engine/scoring/score-risk.ts";
import { scoringMethod } from "../engine/scoring/scoring-method.ts";
import { systemCategoryMap } from "../engine/scoring/system-category-map.ts";
import { type RankedRisk, worstFirst } from "../engine/scoring/worst-first.ts";
import { resolvePortfolio } from "./resolve.ts";

/**
 * Scores every risk of a portfolio and draws both maps of one state; risks come by rank, unrated last.
 *
 * Ranks, maps and `overLimit` are of the state `by`. A limit's value and status are always residual: that is what it
 * was drawn for.
 */
export function scorePortfolio(portfolio: Portfolio, by: State = "residual"): ScoreReport {
  const { currency, scale, systems, categories, risks, scoreLines } = resolvePortfolio(portfolio);
  const scores = risks.map((risk) => scoreRisk(scale, risk));
  const ranks = rankRisks(scores, by);
  const ranked = scores
    .map((risk, index): RankedRisk => ({ risk, rank: ranks[index]! }))
    .sort(worstFirst(scale, by))
    .sort(byRank);
  return {
    by,
    currency,
    method: scoringMethod,
    risks: ranked.map(({ risk: { id, system, category, inherent, residual, target }, rank }) => ({
      id,
      system,
      category,
      inherent,
      residual,
      target,
      rank,
    })),
    heatMap: {
      likelihoodImpact: likelihoodImpactMap(scale, ranked, by).map((cell) => ({ ...cell, risks: [...cell.risks] })),
      systemCategory: systemCategoryMap(scale, { risks: ranked, systems, categories, lines: scoreLines, by }).map(
        (cell) => ({ ...cell, counts: { ...cell.counts }, risks: [...cell.risks] }),
      ),
    },
    limits: scoredLimits(scoreLines, scores),
    unrated: scores.filter((risk) => risk[by] === null).map(({ id }) => id),
    findings: scores.flatMap(({ id, findings }) =>
      findings.map(({ code, state, message }) => ({ risk: id, code, state, message })),
    ),
  };
}

/** Lowest rank first, unrated last; equal ones stay as they are. */
function byRank(a: RankedRisk, b: RankedRisk): number {
  if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null);
  return a.rank - b.rank;
}

/** Each line with the worst residual score among the risks held to it, and those at or over its appetite, worst first. */
function scoredLimits(lines: readonly ScoreLine[], risks: readonly RiskScore[]): ScoreReport["limits"] {
  const lineOf = limitLine(lines);
  const held = new Map<ScoreLine, { id: string; score: number }[]>(lines.map((line) => [line, []]));
  for (const risk of risks) {
    const line = lineOf(risk);
    if (line !== null && risk.residual !== null) held.get(line)!.push({ id: risk.id, score: risk.residual.score });
  }
  return lines.map((line) => {
    const heldHere = held.get(line)!.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const value = heldHere[0]?.score ?? null;
    return {
      id: line.id,
      scope: line.scope,
      measure: "residualScore",
      appetite: line.appetite,
      tolerance: line.tolerance,
      value,
      status: limitStatus(value, line),
      over: heldHere.filter(({ score }) => score >= line.appetite).map(({ id }) => id),
    };
  });
}
