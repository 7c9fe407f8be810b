import { findRoot } from "../../stats/find-root.ts";
import { inverseIncompleteBeta } from "../../stats/incomplete-beta.ts";
import type { ScaledBeta } from "../../stats/scaled-beta.ts";
import type { EstimateForm } from "./estimate.ts";

/** PERT as a person gives it. */
export type PertForm = Extract<EstimateForm, { readonly mode: number }>;

/**
 * The beta distribution that a PERT estimate stands for, min ≤ mode ≤ max and min < max: on [a, b] with mode m,
 * Beta(1 + λ(m − a)/(b − a), 1 + λ(b − m)/(b − a)), λ 4 unless given.
 *
 * With ends "bounds" a and b are min and max. With ends "percentiles" min and max are its 5 % and 95 % quantiles: the
 * shape of PERT depends only on how far up the range the mode lies, so that a single equation in this share gives a and
 * b. It has a solution for every mode from min to max, but a may lie below 0.
 *
 * @example
 * pertShape({ min: 12.9516, mode: 20, max: 59.6254, ends: "percentiles" }).max // => 100.00 ± 0.001
 */
export function pertShape({ min, mode, max, lambda = 4, ends = "bounds" }: PertForm): ScaledBeta {
  const shape = (lean: number) => ({ alpha: 1 + lambda * lean, beta: 1 + lambda * (1 - lean) });
  const width = max - min;
  if (ends === "bounds") return { ...shape((mode - min) / width), min, max };
  const middle = (lean: number) => {
    const from = inverseIncompleteBeta(shape(lean), 0.05);
    return { from, width: inverseIncompleteBeta(shape(lean), 0.95) - from };
  };
  const given = (mode - min) / width;
  const misses = (lean: number) => {
    const within = middle(lean);
    return (lean - within.from) / within.width - given;
  };
  const lean = findRoot(misses, { low: 0, high: 1 });
  const whole = width / middle(lean).width;
  return { ...shape(lean), min: mode - whole * lean, max: mode + whole * (1 - lean) };
}
