import { useMemo } from "react";
import type { AhpFile } from "../../../../src/contract/ahp-file.ts";
import type { AhpReport } from "../../../../src/contract/ahp-report.ts";
import { ratioOf } from "../../../../src/contract/structured/ratio-of.ts";
import { comparisonMatrix } from "../../../../src/engine/scoring/ahp/comparison-matrix.ts";
import { geometricMeanWeights } from "../../../../src/engine/scoring/ahp/geometric-mean-weights.ts";
import { principalEigenvector } from "../../../../src/engine/scoring/ahp/principal-eigenvector.ts";
import { type Priorities, prioritiesOf } from "../../../../src/engine/scoring/ahp/priorities.ts";
import { type Computed, useComputed } from "../../../compute/use-computed.ts";
import { type AhpSheet, comparedBy, type JudgementDraft, type NodeDraft } from "./ahp-draft.ts";

type Consistency = Pick<Priorities, "consistencyRatio" | "consistencyLimit" | "worstTriad">;

/** Of whose judgements: under which node, and of whom; null is what all agreed on. */
interface JudgedHere {
  readonly node: NodeDraft;
  readonly person: number | null;
  readonly judgements: readonly JudgementDraft[];
}

export interface PairFigures {
  /** Of the items, in their order; null while no chain of judgements links them all. */
  readonly weights: readonly number[] | null;
  /** Why there are none. */
  readonly reason: string | null;
  /** Of what is compared here, by the judgements that are edited. */
  readonly here: readonly number[] | null;
  /** Its items are keys of the sheet. Null while pairs are missing and it is being simulated, or nobody knows. */
  readonly consistency: Consistency | null;
  /** How often each item comes first when judgements wobble; null while it is computed, and under criteria. */
  readonly firstIn: readonly number[] | null;
  /** What the report says of the node that is edited. */
  readonly group: Pick<AhpReport, "weights" | "people" | "agreement"> | null;
  /** The whole report, as the command prints it; of these judgements, or of those before while it is computed. */
  readonly report: AhpReport | undefined;
  readonly computed: Computed<"pairs">;
}

/** Weights at once, while a hand is on the slider; what is simulated, and what many judge, comes from beside the page. */
export function usePairFigures(
  sheet: AhpSheet,
  { document, missing }: { readonly document: AhpFile; readonly missing: string | null },
  { node, person, judgements }: JudgedHere,
): PairFigures {
  const { method = "eigenvector" } = document;
  const things = comparedBy(sheet, node);
  const live = useMemo(() => liveFigures(things, judgements, method), [things, judgements, method]);
  const isAlone = document.criteria === undefined && document.people === undefined;
  const canCompute = missing === null && (live.state === "linked" || !isAlone);
  const computed = useComputed("pairs", canCompute ? { file: document } : undefined, {
    key: JSON.stringify(document),
    when: "at-once",
  });
  const report = canCompute ? computed.answer : undefined;
  const isCurrent = computed.answers === "this-question" && report !== undefined;
  const placed =
    report && (node.key === sheet.goal.key ? report : report.criteria.find(({ id }) => id === node.name.trim()));
  // At the top of a tree the report's weights are the items': those of the criteria are beside them.
  const top = node.key === sheet.goal.key && report && report.criteria.length > 0 ? topWeights(report) : null;
  const keys = new Map(things.map(({ key, name }) => [name.trim(), String(key)]));
  const inKeys = ({ items, mend, product }: NonNullable<AhpReport["worstTriad"]>) => ({
    items: items.map((name) => keys.get(name) ?? name) as unknown as NonNullable<Consistency["worstTriad"]>["items"],
    mend: { ...mend, left: keys.get(mend.left) ?? mend.left, right: keys.get(mend.right) ?? mend.right },
    product,
  });
  return {
    weights: isAlone ? live.weights : (report?.weights.map(({ weight }) => weight) ?? null),
    reason: computed.message,
    here: live.weights,
    consistency:
      live.consistency ??
      (isCurrent && placed && person === null && live.state === "linked"
        ? { ...placed, worstTriad: placed.worstTriad && inKeys(placed.worstTriad) }
        : null),
    firstIn:
      isCurrent && document.criteria === undefined
        ? report.sensitivity.ranks.map(({ shares }) => shares[0] ?? 0)
        : null,
    group: placed ? { people: placed.people, agreement: placed.agreement, weights: top ?? placed.weights } : null,
    report,
    computed,
  };
}

function topWeights({ criteria }: AhpReport): AhpReport["weights"] {
  return criteria.filter(({ under }) => under.length === 0).map(({ id, localWeight }) => ({ id, weight: localWeight }));
}

function liveFigures(
  things: ReturnType<typeof comparedBy>,
  judgements: readonly JudgementDraft[],
  method: NonNullable<AhpFile["method"]>,
): { weights: readonly number[] | null; consistency: Consistency | null; state: "linked" | "not-linked" } {
  const numbers = judgements.map(({ left, right, ratio }) => ({
    left: String(left),
    right: String(right),
    ratio: ratioOf(ratio),
  }));
  try {
    const keys = things.map(({ key }) => String(key));
    const matrix = comparisonMatrix(keys, numbers);
    const isComplete = matrix.ratios.every((row) => row.every((ratio) => ratio !== null));
    if (isComplete) {
      const found = prioritiesOf(matrix, { method });
      return { weights: found.weights.map(({ weight }) => weight), consistency: found, state: "linked" };
    }
    const weights = method === "eigenvector" ? principalEigenvector(matrix).weights : geometricMeanWeights(matrix);
    return { weights, consistency: null, state: "linked" };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { weights: null, consistency: null, state: "not-linked" };
  }
}
