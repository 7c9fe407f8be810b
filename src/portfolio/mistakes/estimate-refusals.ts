import type { FileEstimate } from "../../contract/estimate.ts";
import { defaultCurrency, type Portfolio } from "../../contract/portfolio.ts";
import { resolveEstimate } from "../../contract/resolved/resolve-estimate.ts";
import { resolveRates } from "../../contract/resolved/resolve-rates.ts";
import { resolveScale } from "../../contract/resolved/resolve-scale.ts";
import {
  type EstimatePlace,
  estimateDistribution,
} from "../../engine/quantification/estimate/estimate-distribution.ts";
import { EstimateError } from "../../engine/quantification/estimate/estimate-error.ts";
import { type Finding, noun } from "./finding.ts";
import { type WrittenEstimate, writtenEstimates } from "./written-estimates.ts";

/**
 * Estimates that are well formed but stand for no distribution: three quantiles that no lognormal fits, percentiles that
 * no PERT has, cuts that leave nothing, a frequency above 1 where at most one event may happen. What the engine would
 * refuse later is said here, at its place.
 *
 * The portfolio has no other mistakes.
 */
export function estimateRefusals(portfolio: Portfolio): Finding[] {
  const scale = resolveScale(portfolio.scale);
  const context = {
    rateOf: resolveRates(portfolio.rates, portfolio.currency ?? defaultCurrency),
    annualTurnover: portfolio.annualTurnover,
  };
  return writtenEstimates(portfolio).flatMap((written): Finding[] => {
    const { value, path } = written;
    const levels = written.of === "money" ? scale.impact : scale.likelihood;
    const place = { field: noun(path), kind: kindOf(written, portfolio) };
    try {
      estimateDistribution(resolveEstimate(value as FileEstimate, { ...context, levels }), place);
      return [];
    } catch (error) {
      if (!(error instanceof EstimateError)) throw error;
      if (written.of !== "events" || place.kind === "quantity") {
        return [{ path, what: `${error.field} is no distribution`, remedy: remedyOf(error) }];
      }
      const what = `${error.field} is no probability, which a count of at most one event needs`;
      return [{ path, what, remedy: "write it from 0 to 1, or choose another count" }];
    }
  });
}

function kindOf({ of, path }: WrittenEstimate, portfolio: Portfolio): EstimatePlace["kind"] {
  if (of !== "events" || path[0] !== "risks") return of === "probability" ? "probability" : "quantity";
  const scenario = portfolio.risks?.[path[1] as number]?.scenario;
  return scenario?.count?.kind === "at-most-one" ? "probability" : "quantity";
}

function remedyOf({ message }: EstimateError): string {
  const between = " is not an estimate; ";
  return message.slice(message.indexOf(between) + between.length);
}
