import type { RiskDetail } from "../../../src/contract/detail.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { useToday } from "../../shell/use-today.ts";
import { PlanTab } from "../portfolio/plan-tab.tsx";
import { SaveNote } from "./save-note.tsx";
import { type PlanTask, taskDonePatch } from "./task-done.ts";
import { type RiskChange, useSaveRisk } from "./use-save-risk.ts";

/** The treatment and its tasks, each of which can be marked as done today, and the mark taken back. */
export function RiskPlan({ detail, today }: { readonly detail: RiskDetail; readonly today: string }) {
  const { state, save, dismiss } = useSaveRisk();
  const readingOnly = useReadingOnly();
  const { on } = useToday();
  const mark = (task: PlanTask, done: string | null) => {
    const requestFor = (record: RiskDetail["record"]): RiskChange["request"] => ({
      verb: "PATCH",
      body: taskDonePatch(record, task, done) ?? {},
    });
    void save({
      risk: detail.record.id,
      riskName: detail.figures.name,
      version: detail.figures.version,
      said: `${done === null ? "not done" : "done"}: ${task.task}`,
      request: requestFor(detail.record),
      requestFor,
    });
  };
  return (
    <section className="block part" aria-label="Plan">
      <PlanTab
        detail={detail}
        today={today}
        action={(task) => (
          <button
            type="button"
            className="text-button"
            disabled={readingOnly !== null || state.kind === "saving"}
            title={readingOnly ?? undefined}
            onClick={() => mark(task, task.done === undefined ? on : null)}
          >
            {task.done === undefined ? "Mark done" : "Not done"}
            <span className="visually-hidden">: {task.task}</span>
          </button>
        )}
      />
      <SaveNote state={state} save={(again) => void save(again)} dismiss={dismiss} />
    </section>
  );
}
