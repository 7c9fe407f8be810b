import type { Risk } from "../../../src/contract/record.ts";

export type PlanTask = NonNullable<NonNullable<Risk["treatment"]>["plan"]>[number];

/**
 * The patch that marks a task of the plan as done on a day, or as still to do (null). The task is found by what it says
 * and its due day, so that it can be made anew on a plan that somebody else changed meanwhile; null where it is gone.
 */
export function taskDonePatch(
  { treatment }: Pick<Risk, "treatment">,
  which: Pick<PlanTask, "task" | "due">,
  done: string | null,
): { treatment: { plan: PlanTask[] } } | null {
  const plan = treatment?.plan ?? [];
  const at = plan.findIndex(({ task, due }) => task === which.task && due === which.due);
  if (at === -1) return null;
  const { done: _before, ...task } = plan[at]!;
  return { treatment: { plan: plan.with(at, done === null ? task : { ...task, done }) } };
}
