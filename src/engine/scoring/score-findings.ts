import { mostProbableLevel } from "./level-probabilities.ts";
import type { ControlInUse, Finding, RiskToScore, Score } from "./risk-score.ts";
import type { Level, Scale } from "./scale.ts";
import type { ScenarioReading } from "./scenario-reading.ts";

/**
 * What a reader should know about a risk's scores; none of it changes a score.
 *
 * - `levels-differ-from-scenario`: the rated likelihood, or the rated impact (a bare level, or the kind `money`), is
 *   not the most probable level of the scenario, which replaced it.
 * - `judged-below-derived`: a person judged the residual a band or more below what the working controls explain.
 * - `planned-control-without-due-date`: the target has no day, because a planned control has none.
 *
 * `reading` is the scenario without controls.
 *
 * @example
 * scoreFindings(defaultScale, {
 *   risk: { id: "drift", system: "fraud", category: "model", controls: [] },
 *   derived: null, judged: null, planned: [], reading: null,
 * }) // => []
 */
export function scoreFindings(
  scale: Scale,
  {
    risk,
    derived,
    judged,
    planned,
    reading,
  }: {
    readonly risk: RiskToScore;
    readonly derived: Score | null;
    readonly judged: Score | null;
    readonly planned: readonly ControlInUse[];
    readonly reading: ScenarioReading | null;
  },
): Finding[] {
  const findings: Finding[] = [];
  const difference = reading === null ? null : differenceFromScenario(scale, { risk, reading });
  if (difference !== null) {
    findings.push({ code: "levels-differ-from-scenario", state: "inherent", message: difference });
  }
  if (judged !== null && derived !== null && bandOf(scale, judged) < bandOf(scale, derived)) {
    findings.push({
      code: "judged-below-derived",
      state: "residual",
      message:
        `residual is judged ${inWords(judged)} but derived ${inWords(derived)} from the working controls; ` +
        "record the controls that explain the difference, or raise the judgement",
    });
  }
  for (const { control, due } of planned) {
    if (due !== undefined) continue;
    findings.push({
      code: "planned-control-without-due-date",
      state: "target",
      message: `planned control ${control} has no due date; give the day by which it is to work`,
    });
  }
  return findings;
}

function differenceFromScenario(
  scale: Scale,
  { risk, reading }: { readonly risk: RiskToScore; readonly reading: ScenarioReading },
): string | null {
  if (risk.inherent === undefined) return null;
  const { likelihood, impact } = risk.inherent;
  const rated = typeof impact === "number" ? impact : impact.money;
  const differences = [
    ...between("likelihood", { levels: scale.likelihood, rated: likelihood, scenario: reading.likelihood }),
    ...between(typeof impact === "number" ? "impact" : "impact on money", {
      levels: scale.impact,
      rated,
      scenario: reading.impact,
    }),
  ];
  if (differences.length === 0) return null;
  const remedy =
    typeof impact === "number"
      ? "correct the level or the scenario, or rate the impact by kind where another kind than money is worse"
      : "correct the level or the scenario";
  return `${differences.join(", ")}; the scenario holds: ${remedy}`;
}

function between(
  axis: string,
  {
    levels,
    rated,
    scenario,
  }: { readonly levels: readonly Level[]; readonly rated: number | undefined; readonly scenario: readonly number[] },
): string[] {
  const probable = mostProbableLevel(scenario);
  if (rated === undefined || rated === probable) return [];
  const named = (level: number) => `${level} (${levels[level - 1]?.name ?? "off the scale"})`;
  return [`${axis} is rated ${named(rated)} but most probably ${named(probable)} by the scenario`];
}

function bandOf(scale: Scale, score: Score): number {
  return scale.bandNames.indexOf(score.band);
}

function inWords({ band, likelihood, impact }: Score): string {
  return `${band} (likelihood ${likelihood}, impact ${impact})`;
}
