import type { CountedControl, Score, ScoreStep } from "./risk-score.ts";

/** Where a risk stands once some controls have been counted. */
type After = (controls: readonly CountedControl[]) => Score | null;

/**
 * The way from inherent to target, as a waterfall draws it: inherent, each working control, the judgement if there is
 * one, residual, each planned control, target.
 *
 * Controls are counted cumulatively in the order of the file; the end does not depend on that order, a single step
 * does. A state that was not rated has no step.
 *
 * `workTo(controls)` says where the risk stands with some working controls, `planTo` with all of them (or the
 * judgement) and some planned ones.
 *
 * @example
 * scoreSteps({
 *   working: [], planned: [], inherent: null, judged: null, residual: null, target: null, workTo: null, planTo: () => null,
 * }) // => []
 */
export function scoreSteps({
  working,
  planned,
  inherent,
  judged,
  residual,
  target,
  workTo,
  planTo,
}: {
  readonly working: readonly CountedControl[];
  readonly planned: readonly CountedControl[];
  readonly inherent: Score | null;
  readonly judged: Score | null;
  readonly residual: Score | null;
  readonly target: Score | null;
  readonly workTo: After | null;
  readonly planTo: After;
}): ScoreStep[] {
  const steps: ScoreStep[] = [];
  if (inherent !== null) steps.push({ kind: "inherent", after: inherent });
  if (workTo !== null) steps.push(...controlSteps("working-control", working, workTo));
  if (judged !== null) steps.push({ kind: "judgement", after: judged });
  if (residual !== null) steps.push({ kind: "residual", after: residual });
  steps.push(...controlSteps("planned-control", planned, planTo));
  if (target !== null) steps.push({ kind: "target", after: target });
  return steps;
}

function controlSteps(
  kind: "working-control" | "planned-control",
  controls: readonly CountedControl[],
  standing: After,
): ScoreStep[] {
  return controls.flatMap((control, index) => {
    const after = standing(controls.slice(0, index + 1));
    if (after === null) return [];
    return [
      {
        kind,
        control: control.control,
        acts: control.acts,
        meanEffectiveness: control.meanEffectiveness,
        after,
      },
    ];
  });
}
