import { useMemo } from "react";
import type { AhpFile } from "../../../../src/contract/ahp-file.ts";
import type { AhpReport } from "../../../../src/contract/ahp-report.ts";
import { ratioOf } from "../../../../src/contract/structured/ratio-of.ts";
import { comparisonMatrix } from "../../../../src/engine/scoring/ahp/comparison-matrix.ts";
import { geometricMeanWeights } from "../../../../src/engine/scoring/ahp/geometric-mean-weights.ts";
import { principalEigenvector } from "../../../../src/engine/scoring/ahp/principal-eigenvector.ts";
import { type Priorities, prioritiesOf } from "../../../../src/engine/scoring/ahp/priorities.ts";
import { type Computed, useComputed } from "../../../compute/use-computed.ts";
import type { AhpSheet } from "./ahp-draft.ts";

type Consistency = Pick<Priorities, "consistencyRatio" | "consistencyLimit" | "worstTriad">;

export interface PairFigures {
  /** In the order of the items; null while no chain of judgements links them. */
  readonly weights: readonly number[] | null;
  /** Why there are none. */
  readonly reason: string | null;
  /** Its items are keys of the sheet. Null while pairs are missing and it is being simulated. */
  readonly consistency: Consistency | null;
  /** How often each item comes first when judgements wobble. */
  readonly firstIn: readonly number[] | null;
  /** The whole report, as the command prints it; of these judgements, or of those before while it is computed. */
  readonly report: AhpReport | undefined;
  readonly computed: Computed<"pairs">;
}

/** Weights at once, while a hand is on the slider; what is simulated comes from beside the page. */
export function usePairFigures(sheet: AhpSheet, document: AhpFile, state: "whole" | "lacking"): PairFigures {
  const { method = "eigenvector" } = document;
  const isFlat = document.criteria === undefined && document.people === undefined;
  const live = useMemo(() => {
    const keyOf = new Map(sheet.items.map(({ key }) => [key, String(key)]));
    const judgements = sheet.judgements.map(({ left, right, ratio }) => ({
      left: keyOf.get(left)!,
      right: keyOf.get(right)!,
      ratio: ratioOf(ratio),
    }));
    try {
      const matrix = comparisonMatrix([...keyOf.values()], judgements);
      const isComplete = matrix.ratios.every((row) => row.every((ratio) => ratio !== null));
      if (isComplete) {
        const found = prioritiesOf(matrix, { method });
        return { weights: found.weights.map(({ weight }) => weight), consistency: found, isLinked: true };
      }
      const weights = method === "eigenvector" ? principalEigenvector(matrix).weights : geometricMeanWeights(matrix);
      return { weights, consistency: null, isLinked: true };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { weights: null, consistency: null, isLinked: false };
    }
  }, [sheet, method]);

  const canCompute = state === "whole" && (live.isLinked || !isFlat);
  const computed = useComputed("pairs", canCompute ? { file: document } : undefined, {
    key: JSON.stringify(document),
    when: "at-once",
  });
  const report = canCompute ? computed.answer : undefined;
  const keys = new Map(sheet.items.map(({ key, name }) => [name.trim(), String(key)]));
  const isCurrent = computed.answers === "this-question" && report !== undefined;
  const inKeys = ({ items, mend, product }: NonNullable<AhpReport["worstTriad"]>) => ({
    items: items.map((name) => keys.get(name) ?? name) as unknown as NonNullable<Consistency["worstTriad"]>["items"],
    mend: { ...mend, left: keys.get(mend.left) ?? mend.left, right: keys.get(mend.right) ?? mend.right },
    product,
  });
  return {
    weights: isFlat ? live.weights : (report?.weights.map(({ weight }) => weight) ?? null),
    reason: live.isLinked || !isFlat ? computed.message : "no chain of judgements links them all yet",
    consistency:
      isFlat && live.consistency
        ? live.consistency
        : isCurrent
          ? { ...report, worstTriad: report.worstTriad && inKeys(report.worstTriad) }
          : null,
    firstIn:
      isCurrent && document.criteria === undefined
        ? report.sensitivity.ranks.map(({ shares }) => shares[0] ?? 0)
        : null,
    report,
    computed,
  };
}
