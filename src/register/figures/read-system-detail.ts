import type { SystemDetail } from "../../contract/detail.ts";
import type { Risk } from "../../contract/record.ts";
import { exactMethod } from "../../engine/quantification/exact/exact-method.ts";
import type { Context } from "../context.ts";
import type { AnnualLosses } from "./annual-losses.ts";
import { changes } from "./changes.ts";
import { disparityLimits } from "./disparity-limits.ts";
import { selectEventsOf, selectNotes } from "./figure-queries.ts";
import { type FigureTime, figureStamp } from "./figure-time.ts";
import { quantifiedLimits } from "./quantification-of.ts";
import { recordAsked } from "./record-asked.ts";
import type { RegisterFigures } from "./register-figures.ts";
import { riskFigures } from "./risk-figures.ts";

const mostChanges = 50;

/** One system with its risks, its annual loss and the limits drawn for it. The portfolio's limits are not its own. */
export async function readSystemDetail(
  ctx: Context,
  {
    figures,
    losses,
    asOf,
    computedAt,
  }: FigureTime & { readonly figures: RegisterFigures; readonly losses: AnnualLosses },
  asked: string,
): Promise<SystemDetail> {
  const { id, ids, stored } = await recordAsked(ctx, figures, { kind: "system", asked });
  const own = [...figures.scores.values()].filter((score) => score.system === id);
  const isQuantified = own.some((score) => score.source === "scenario");
  const events = await selectEventsOf(ctx.db.queries, {
    subjects: {
      system: ids,
      risk: own.map((score) => score.id),
      control: namedBy(figures, own, ({ controls = [] }) => controls.map(({ control }) => control)),
      audit: [...figures.state.audits.values()].flatMap(({ record }) => (record.system === id ? record.id : [])),
      dependency: namedBy(figures, own, ({ scenario }) => scenario?.commonCauses?.map(({ cause }) => cause) ?? []),
    },
    upTo: figures.state.revision,
    limit: mostChanges,
  });
  const notes = await selectNotes(
    ctx.db.queries,
    events.flatMap(({ cause }) => cause),
  );
  return {
    ...figureStamp(exactMethod, figures, { computedAt, asOf }),
    record: stored.record,
    version: stored.version,
    risks: own
      .map((score) => riskFigures(figures, score.id))
      .toSorted((a, b) => (b.residual?.score ?? -1) - (a.residual?.score ?? -1)),
    annualLoss: isQuantified
      ? {
          inherent: await losses.of(figures, { system: id }, "inherent"),
          residual: await losses.of(figures, { system: id }, "residual"),
        }
      : null,
    limits: await quantifiedLimits(
      figures,
      losses,
      ({ scope }) => scope !== "portfolio" && "system" in scope && scope.system === id,
    ),
    disparityLimits: disparityLimits(figures, id),
    changes: changes(figures, events, { now: computedAt, risks: new Set(own.map((score) => score.id)), notes }),
  };
}

function namedBy(
  figures: RegisterFigures,
  risks: readonly { readonly id: string }[],
  names: (risk: Risk) => readonly string[],
): string[] {
  return [...new Set(risks.flatMap(({ id }) => names(figures.state.risks.get(id)!.record)))];
}
