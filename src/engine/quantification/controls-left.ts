import { complement } from "../stats/complement.ts";
import type { Distribution } from "../stats/distribution.ts";
import { maximum } from "../stats/maximum.ts";
import { product } from "../stats/product.ts";
import type { ReadEstimate } from "./read-estimate.ts";
import type { ControlEffect } from "./scenario.ts";

/**
 * What the controls of a scenario leave of one node: independent factors in [0, 1], to be multiplied.
 *
 * A control leaves 1 − effectiveness × coverage × reliability. Controls of one mechanism count as their strongest:
 * together they leave 1 minus the largest of their products, each drawn independently.
 *
 * @example
 * controlsLeft([{ control: "c", acts: "loss", effectiveness: 0.5, coverage: 0.5 }], { acts: "loss",
 *   read: (kind, field, estimate) => estimateDistribution(estimate, { kind, field }) }).map(({ mean }) => mean) // => [0.75]
 */
export function controlsLeft(
  controls: readonly ControlEffect[],
  { acts, read }: { readonly acts: ControlEffect["acts"]; readonly read: ReadEstimate },
): Distribution[] {
  const apart: Distribution[][] = [];
  const together = new Map<string, Distribution[]>();
  controls.forEach((control, k) => {
    if (control.acts !== acts) return;
    const shares = (["effectiveness", "coverage", "reliability"] as const).flatMap((share) => {
      const estimate = control[share];
      return estimate === undefined ? [] : [read("probability", `controls[${k}].${share}`, estimate)];
    });
    const taken = product(shares);
    const alike = control.mechanism === undefined ? undefined : together.get(control.mechanism);
    if (alike) alike.push(taken);
    else {
      const group = [taken];
      apart.push(group);
      if (control.mechanism !== undefined) together.set(control.mechanism, group);
    }
  });
  return apart.map((group) => complement(maximum(group)));
}
