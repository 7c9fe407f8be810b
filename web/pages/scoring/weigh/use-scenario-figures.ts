import { useDeferredValue, useMemo } from "react";
import { type ScoredScenario, scoreScenarios } from "../../../../src/contract/structured/score-scenarios.ts";
import type { WeighFile } from "../../../../src/contract/weigh-file.ts";
import type { WeighReport } from "../../../../src/contract/weigh-report.ts";
import { type Computed, useComputed } from "../../../compute/use-computed.ts";
import { useSettled } from "./use-settled.ts";

interface ScenarioFigures {
  /** Scores at once, by the scenario's id; empty while there are none. */
  readonly scored: ReadonlyMap<string, ScoredScenario>;
  /** In the order of the dimensions. */
  readonly weights: readonly number[] | null;
  /** Why there are no scores; null where there are. */
  readonly reason: string | null;
  /** The whole report, as the command prints it; of what is typed, or of what was before while it is computed. */
  readonly report: WeighReport | undefined;
  /** Whether the report is of what is typed now. */
  readonly state: "current" | "behind";
  readonly computed: Computed<"scenarios">;
}

const fewScenarios = 50;
const pauseMs = 300;

/** Scores at once, while somebody types; how sure their order is comes from beside the page. */
export function useScenarioFigures(file: WeighFile | null, version: string | null): ScenarioFigures {
  const figured = useMemo(() => file && figuresOnly(file), [file]);
  // Two hundred scenarios take a while to draw again: what is typed does not wait for them.
  const deferred = useDeferredValue(figured);
  const live = useMemo(() => {
    if (deferred === null || version === null) return { found: null, reason: null };
    try {
      return { found: scoreScenarios(deferred, version), reason: null };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { found: null, reason: error.message };
    }
  }, [deferred, version]);
  const canCompute = live.found !== null;
  const key = useMemo(() => (canCompute ? JSON.stringify([deferred, version]) : ""), [canCompute, deferred, version]);
  const question = useMemo(
    () => (deferred === null || version === null || key === "" ? null : { file: deferred, version, key }),
    [deferred, version, key],
  );
  // A worker for each key that is pressed would take from the page what it is to spare it.
  const asked = useSettled(question, (file?.scenarios.length ?? 0) > fewScenarios ? pauseMs : 0);
  const computed = useComputed("scenarios", asked ?? undefined, { key: asked?.key ?? "", when: "at-once" });
  const isCurrent = computed.answers === "this-question" && asked?.key === question?.key && deferred === figured;
  return {
    scored: useMemo(() => new Map(live.found?.scenarios.map((one) => [one.id, one])), [live]),
    weights: live.found?.weights ?? null,
    reason: live.reason,
    report: canCompute ? computed.answer : undefined,
    state: isCurrent ? "current" : "behind",
    computed,
  };
}

/** What figures follow from: names and texts are left out, so that typing them computes nothing anew. */
function figuresOnly({ levels, score, dimensions, weightings, scenarios, wobble, gate }: WeighFile): WeighFile {
  return {
    levels,
    score,
    wobble,
    ...(gate && { gate }),
    weightings,
    dimensions: dimensions.map(({ id, anchors }) => ({ id, ...(anchors && { anchors }) })),
    scenarios: scenarios.map(({ id, ratings, tested }) => ({ id, ratings, ...(tested !== undefined && { tested }) })),
  };
}
