import type { Estimate, EstimateForm } from "../estimate/estimate.ts";
import { type EstimatePlace, estimateDistribution } from "../estimate/estimate-distribution.ts";
import { cutDraw } from "./cut-draw.ts";
import { certainDraw, type EstimateDraw, mappedDraw } from "./estimate-draw.ts";
import { type FormDraw, formDraw } from "./form-draw.ts";
import { inverseDraw } from "./inverse-draw.ts";
import { pooledDraw } from "./pooled-draw.ts";

/**
 * Turns an estimate into its draws; in the place of a probability a draw above 1 becomes 1.
 *
 * Where a form has no draw of its own (averaged quantiles, a truncation that keeps little), by the inverse of the
 * distribution function that `estimateDistribution` gives.
 *
 * @throws EstimateError as `estimateDistribution` does
 *
 * @example
 * drawEstimate(3, { field: "frequency", kind: "quantity" }).certain // => 3
 */
export function drawEstimate(estimate: Estimate, place: EstimatePlace): EstimateDraw {
  const distribution = estimateDistribution(estimate, place);
  const [low, high] = distribution.support;
  if (low === high) return certainDraw(low);
  if (typeof estimate === "number") return certainDraw(estimate);
  const { truncate, cap, insurance, ...rest } = estimate;
  // What destructuring leaves of a union is no longer known as one.
  const whole = wholeDraw(rest as EstimateForm, place);
  const draw = whole && cutDraw(whole, { truncate, cap, insurance });
  if (draw === null) return inverseDraw((p) => distribution.quantile(p));
  return place.kind === "quantity" || high < 1 ? draw : mappedDraw(draw, (x) => (x > 1 ? 1 : x));
}

/** Draws before anything is cut off; null where only the distribution says how to draw. */
function wholeDraw(form: EstimateForm, place: EstimatePlace): FormDraw | null {
  if (!("experts" in form)) return formDraw(form);
  if (form.pool === "quantiles") return null;
  const draws = form.experts.map(({ estimate }, i) =>
    drawEstimate(estimate, { ...place, field: `${place.field}.experts[${i}]` }),
  );
  const draw = pooledDraw(
    draws,
    form.experts.map(({ weight = 1 }) => weight),
  );
  return { draw, cdf: estimateDistribution(form, place).cdf };
}
