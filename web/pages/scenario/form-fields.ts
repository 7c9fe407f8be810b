import type { DistributionSample } from "../../../src/chart/series/distribution-sample.ts";
import {
  type EstimateDraft,
  type EstimateFormName,
  estimateForms,
  type LeafKind,
  type QuantileDraft,
  type TextField,
} from "./estimate-draft.ts";
import { type NumberKind, numberText } from "./number-text.ts";

/** The forms by the words people know them by; the ones first that need no statistics. */
export const formTitles: Readonly<Record<EstimateFormName, string>> = {
  interval: "90 % interval",
  value: "Certain value",
  pert: "Least, most likely, most (PERT)",
  uniform: "Anything between (uniform)",
  quantiles: "Two or three quantiles",
  samples: "Observations",
  experts: "Several experts",
  beta: "Beta",
  gamma: "Gamma",
  lognormal: "Lognormal by μ and σ",
  level: "A level of the scale",
};

/** What a form means, in a line under its choice. */
export const formHints: Readonly<Record<EstimateFormName, string>> = {
  interval: "You would be surprised 1 time in 20 on either side; read as lognormal",
  value: "Taken as known: nothing about it is uncertain",
  pert: "A soft peak between two ends",
  uniform: "No value between is likelier than another",
  quantiles: "What lies below with a probability; a third one only where a lognormal fits all",
  samples: "Each one equally likely; parted by a semicolon or a new line",
  experts: "What each of them said, pooled by a rule",
  beta: "For a share: α successes against β failures, so to speak",
  gamma: "For a rate: mean is shape ÷ rate",
  lognormal: "Parameters of the natural logarithm",
  level: "Anywhere within the bounds of the level",
};

/** The forms that a leaf may have; one of several experts says something simple. */
export function formsFor(kind: LeafKind, who: "whole" | "expert"): EstimateFormName[] {
  return estimateForms.filter(
    (form) => !(form === "level" && kind === "probability") && !(form === "experts" && who === "expert"),
  );
}

interface FieldTitle {
  readonly field: TextField;
  readonly title: string;
  readonly hint?: string;
}

export function fieldsOf(draft: EstimateDraft): FieldTitle[] {
  switch (draft.form) {
    case "value":
      return [{ field: "value", title: "Value" }];
    case "interval":
      return [
        { field: "low", title: "Low", hint: "1 in 20 lies below" },
        { field: "high", title: "High", hint: "1 in 20 lies above" },
      ];
    case "pert":
      return [
        { field: "min", title: draft.ends === "bounds" ? "Least" : "1 in 20 below" },
        { field: "mode", title: "Most likely" },
        { field: "max", title: draft.ends === "bounds" ? "Most" : "1 in 20 above" },
        { field: "lambda", title: "Weight of the peak", hint: "4 unless given" },
      ];
    case "uniform":
      return [
        { field: "min", title: "Least" },
        { field: "max", title: "Most" },
      ];
    case "beta":
      return [
        { field: "alpha", title: "α" },
        { field: "beta", title: "β" },
      ];
    case "gamma":
      return [
        { field: "shape", title: "Shape" },
        { field: "rate", title: "Rate" },
      ];
    case "lognormal":
      return [
        { field: "mu", title: "μ", hint: "ln of the median" },
        { field: "sigma", title: "σ" },
      ];
    default:
      return [];
  }
}

/**
 * A draft in another form that says about the same: its fields are filled from what the old form said, where nothing was
 * typed into them before.
 */
export function inForm(
  draft: EstimateDraft,
  form: EstimateFormName,
  { sample, kind }: { readonly sample: DistributionSample | undefined; readonly kind: LeafKind },
): EstimateDraft {
  const next = { ...draft, form };
  if (sample === undefined) return next;
  const { p05, p50, p95 } = sample;
  const said = (value: number, as: NumberKind = kind) => numberText(Number(value.toPrecision(2)), as);
  const isEmpty = (fields: readonly TextField[]) => fields.every((field) => (draft.text[field] ?? "").trim() === "");
  const fill = (text: Partial<Record<TextField, string>>): EstimateDraft => ({
    ...next,
    text: { ...draft.text, ...text },
  });
  if (form === "value" && isEmpty(["value"])) return fill({ value: said(p50) });
  if (form === "interval" && isEmpty(["low", "high"]) && p05 > 0) return fill({ low: said(p05), high: said(p95) });
  if (form === "uniform" && isEmpty(["min", "max"])) return fill({ min: said(p05), max: said(p95) });
  if (form === "pert" && isEmpty(["min", "mode", "max"]))
    return { ...fill({ min: said(p05), mode: said(p50), max: said(p95) }), ends: "percentiles" };
  if (form === "quantiles" && draft.quantiles.every(({ value }) => value.trim() === "") && p05 > 0 && p95 > p05)
    return { ...next, quantiles: [point("5 %", said(p05)), point("95 %", said(p95))] };
  return next;
}

function point(p: string, value: string): QuantileDraft {
  return { p, value };
}
