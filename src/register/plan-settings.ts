import { settings as settingsSchema } from "../contract/portfolio.ts";
import type { SettingsPlan } from "../contract/settings-plan.ts";
import { scoringMethod } from "../engine/scoring/scoring-method.ts";
import { pointer } from "../portfolio/mistakes/finding.ts";
import { scenarioDisagreement } from "../portfolio/structured/scenario-disagreement.ts";
import type { Context } from "./context.ts";
import { type FigureTime, figureStamp } from "./figures/figure-time.ts";
import { type RegisterFigures, registerFigures } from "./figures/register-figures.ts";
import { everyStanding, nameOf, type RiskStanding } from "./figures/risk-standing.ts";
import { portfolioOf } from "./portfolio/portfolio-of.ts";
import { isSame } from "./record/differing-fields.ts";
import { nextVersion } from "./record/next-version.ts";
import { parseInput } from "./record/parse-record.ts";
import { portfolioFindings } from "./record/portfolio-findings.ts";
import { requireRole } from "./require-role.ts";

/**
 * What the register would look like under other settings, by the engine that scores it: which risks move, what would
 * keep the settings from being stored, and which scenarios would disagree with their rating.
 */
export function planSettings(
  ctx: Context,
  current: RegisterFigures,
  input: { readonly settings: unknown; readonly time: FigureTime },
): SettingsPlan {
  requireRole(ctx, "viewer");
  const settings = parseInput(settingsSchema, input.settings, "settings");
  const { state } = current;
  const planned = { ...state, settings: nextVersion(state.settings, settings, ctx.now) };
  const portfolio = portfolioOf(planned);
  const findings = portfolioFindings(portfolio);
  const refusals = findings.map(({ path, what, remedy }) => ({ path: pointer(path), what, remedy }));
  const stamp = { ...figureStamp(scoringMethod, current, input.time), risks: current.scores.size, refusals };
  // Settings that are themselves refused score nothing; a risk that does not fit them has no place.
  if (findings.some(({ path }) => path[0] !== "risks")) return { ...stamp, moves: [], disagreements: [] };
  const unfit = new Set(findings.map(({ path }) => portfolio.risks?.[Number(path[1])]?.id));
  const risks = new Map([...state.risks].filter(([id]) => !unfit.has(id)));
  const after = registerFigures({ ...planned, risks }, { now: ctx.now, previous: null });
  return {
    ...stamp,
    moves: movesBetween(current, after),
    disagreements: [...after.inputs.values()].flatMap((risk) => {
      const found = scenarioDisagreement(after.scale, risk, after.scores.get(risk.id)!);
      return found === null ? [] : [{ ...found, name: nameOf(state.risks.get(risk.id)!.record) }];
    }),
  };
}

function movesBetween(before: RegisterFigures, after: RegisterFigures): SettingsPlan["moves"] {
  const earlier = new Map(everyStanding(before).map((standing) => [standing.id, standing]));
  const scoreOf = (standing: RiskStanding) => standing.residual?.score ?? standing.inherent?.score ?? 0;
  return everyStanding(after)
    .toSorted((a, b) => scoreOf(b) - scoreOf(a))
    .flatMap((later) => {
      const [was, is] = [placed(earlier.get(later.id)!), placed(later)];
      if (isSame(was, is)) return [];
      const { id, name, system, systemName } = later;
      return [{ risk: id, name, system, systemName, before: was, after: is }];
    });
}

function placed({ inherent, residual, target, status }: RiskStanding): SettingsPlan["moves"][number]["before"] {
  if (residual === null) return { inherent, residual, target, status };
  const { basis: _, ...score } = residual;
  return { inherent, residual: score, target, status };
}
