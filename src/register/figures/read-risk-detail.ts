import type { RiskDetail } from "../../contract/detail.ts";
import { exactMethod } from "../../engine/quantification/exact/exact-method.ts";
import { lossEventFrequency } from "../../engine/quantification/loss-event-frequency.ts";
import { lossPerEvent } from "../../engine/quantification/loss-per-event.ts";
import type { Distribution } from "../../engine/stats/distribution.ts";
import { listAssessments } from "../assessment/list-assessments.ts";
import type { Context } from "../context.ts";
import type { AnnualLosses } from "./annual-losses.ts";
import { changes } from "./changes.ts";
import { selectEventsMoving } from "./events-moving.ts";
import { explanation } from "./explanation.ts";
import { selectNotes } from "./figure-queries.ts";
import { type FigureTime, figureStamp } from "./figure-time.ts";
import { recordAsked } from "./record-asked.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { riskFigures } from "./risk-figures.ts";
import { scenariosOf } from "./scenarios-of.ts";
import { scoreHistory } from "./score-history.ts";

const mostEvents = 500;

/** One risk with the reasons of its figures: steps, money, controls, assessments and history. */
export async function readRiskDetail(
  ctx: Context,
  {
    figures,
    losses,
    asOf,
    computedAt,
  }: FigureTime & { readonly figures: RegisterFigures; readonly losses: AnnualLosses },
  asked: string,
): Promise<RiskDetail> {
  const { id, ids, stored } = await recordAsked(ctx, figures, { kind: "risk", asked });
  const controlIds = (stored.record.controls ?? []).map(({ control }) => control);
  const events = await selectEventsMoving(ctx.db.queries, {
    ids,
    upTo: figures.state.revision,
    limit: mostEvents,
  });
  const assessments = (await listAssessments(ctx, { risk: id })).map(({ record }) => record);
  const isQuantified = figures.inputs.get(id)!.scenario !== undefined;
  const notes = await selectNotes(
    ctx.db.queries,
    events.flatMap(({ cause }) => cause),
  );
  return {
    ...figureStamp(exactMethod, figures, { computedAt, asOf }),
    record: stored.record,
    figures: riskFigures(figures, id),
    explanation: explanation(figures, id),
    annualLoss: isQuantified ? await losses.ofEveryState(figures, { risk: id }) : null,
    scenario: isQuantified ? scenarioRanges(figures, id) : null,
    controls: controlIds.flatMap((control) => figures.state.controls.get(control)?.record ?? []),
    assessments:
      asOf === null ? assessments : assessments.filter(({ recordedAt }) => Date.parse(recordedAt) <= asOf.getTime()),
    history: scoreHistory(figures, ids, { events, now: computedAt }),
    changes: changes(figures, events, { now: computedAt, risks: new Set([id]), notes }),
  };
}

function scenarioRanges(figures: RegisterFigures, id: string): RiskDetail["scenario"] {
  const scenario = scenariosOf(figures, { risk: id }, "residual")[0]!;
  return { eventsPerYear: range(lossEventFrequency(scenario)), lossPerEvent: range(lossPerEvent(scenario)) };
}

function range(distribution: Distribution): { mean: number; low: number; high: number } {
  return { mean: distribution.mean, low: distribution.quantile(0.05), high: distribution.quantile(0.95) };
}
