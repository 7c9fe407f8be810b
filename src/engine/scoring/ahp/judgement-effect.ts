import type { ComparisonMatrix } from "./comparison-matrix.ts";
import { harkerMatrix } from "./harker-matrix.ts";
import { linearSystem } from "./linear-system.ts";
import { principalEigenvector } from "./principal-eigenvector.ts";

/** What the weights do when one judgement grows. */
export interface JudgementEffect {
  readonly left: string;
  readonly right: string;
  /** Change of each item's weight if the ratio grows by 1 %; they sum to 0. */
  readonly perPercent: readonly number[];
}

/**
 * Sensitivity of the principal eigenvector to every judgement, strongest first.
 *
 * From the differentiated equation: (λI − A)·dw + w·dλ = dA·w with Σdw = 0, one linear system for all judgements.
 *
 * @example
 * const matrix = comparisonMatrix(["a", "b"], [{ left: "a", right: "b", ratio: 1 }]);
 * judgementEffects(matrix)[0]?.perPercent.map((change) => change.toFixed(6)) // => ["0.002500", "-0.002500"]
 */
export function judgementEffects(matrix: ComparisonMatrix): JudgementEffect[] {
  const { items, ratios } = matrix;
  const { lambda, weights } = principalEigenvector(matrix);
  const n = items.length;
  const bordered = [
    ...harkerMatrix(matrix).map((row, i) => [
      ...row.map((entry, j) => (i === j ? lambda - entry : -entry)),
      weights[i]!,
    ]),
    [...items.map(() => 1), 0],
  ];
  const solve = linearSystem(bordered);
  const effects: JudgementEffect[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const ratio = ratios[i]![j]!;
      if (ratio === null) continue;
      const right = new Array<number>(n + 1).fill(0);
      right[i] = 0.01 * ratio * weights[j]!;
      right[j] = (-0.01 / ratio) * weights[i]!;
      effects.push({ left: items[i]!, right: items[j]!, perPercent: solve(right).slice(0, n) });
    }
  }
  const strength = ({ perPercent }: JudgementEffect) => Math.max(...perPercent.map(Math.abs));
  return effects.sort((a, b) => strength(b) - strength(a));
}
