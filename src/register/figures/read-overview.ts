import type { Overview } from "../../contract/heat-map.ts";
import { addDays, endOfDay, lastMonthEnd } from "../calendar.ts";
import type { Context } from "../context.ts";
import type { AnnualLosses } from "./annual-losses.ts";
import type { FigureTime } from "./figure-time.ts";
import type { LiveRegister } from "./live-register.ts";
import { overview } from "./overview.ts";
import type { RegisterFigures } from "./register-figures.ts";

const historyWeeks = 13;

/** The four numbers with their change since a day (the last month's end unless another is asked for). */
export async function readOverview(
  ctx: Context,
  { live, losses, figures, ...when }: FigureTime & OverviewSources,
  { since }: { readonly since: string | undefined },
): Promise<Overview> {
  const from = since ?? lastMonthEnd(figures.today);
  const before = await live.asOf(ctx, endOfDay(from, figures.timeZone));
  return overview(figures, {
    ...when,
    before: before.state.revision === 0 ? null : before,
    since: from,
    history: await history(ctx, live, figures),
    losses,
  });
}

interface OverviewSources {
  readonly live: LiveRegister;
  readonly losses: AnnualLosses;
  readonly figures: RegisterFigures;
}

/** Week by week, how many risks were over appetite and what a year was expected to cost. */
async function history(ctx: Context, live: LiveRegister, figures: RegisterFigures): Promise<Overview["history"]> {
  const weeks = Array.from({ length: historyWeeks }, (_, index) => addDays(figures.today, -7 * (historyWeeks - index)));
  const pasts = await Promise.all(
    weeks.map(async (on) => ({ on, past: await live.asOf(ctx, endOfDay(on, figures.timeZone)) })),
  );
  const stood = pasts.filter(({ past }) => past.state.revision > 0);
  return [...stood.map(({ on, past }) => ({ on, ...standOf(past) })), { on: figures.today, ...standOf(figures) }];
}

type Stand = Omit<Overview["history"][number], "on">;
const kept = new WeakMap<RegisterFigures, Stand>();

function standOf(figures: RegisterFigures): Stand {
  const known = kept.get(figures);
  if (known !== undefined) return known;
  let overAppetite = 0;
  let expected: number | null = null;
  for (const score of figures.scores.values()) {
    const line = figures.lineOf(score);
    if (line !== null && score.residual !== null && score.residual.score >= line.appetite) overAppetite += 1;
    const loss = score.expectedAnnualLoss.residual;
    if (loss !== null) expected = (expected ?? 0) + loss;
  }
  kept.set(figures, { overAppetite, expected });
  return { overAppetite, expected };
}
