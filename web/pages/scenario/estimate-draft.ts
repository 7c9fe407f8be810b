import type { FileEstimate, FrequencyEstimate, ProbabilityEstimate } from "../../../src/contract/estimate.ts";
import type { poolingRules } from "../../../src/contract/pooling-rules.ts";
import { numberText } from "./number-text.ts";

/** What a leaf of the tree measures. */
export type LeafKind = "money" | "events" | "probability";

/** Any estimate that a scenario of the file can hold. */
export type AnyEstimate = FileEstimate | FrequencyEstimate | ProbabilityEstimate;

export const estimateForms = [
  "interval",
  "value",
  "pert",
  "uniform",
  "quantiles",
  "samples",
  "experts",
  "beta",
  "gamma",
  "lognormal",
  "level",
] as const;
export type EstimateFormName = (typeof estimateForms)[number];

const textFields = [
  "value",
  "low",
  "high",
  "min",
  "mode",
  "max",
  "lambda",
  "alpha",
  "beta",
  "shape",
  "rate",
  "mu",
  "sigma",
  "samples",
  "level",
  "truncateFrom",
  "truncateTo",
  "cap",
  "capShare",
  "deductible",
  "limit",
  "currency",
  "source",
  "by",
  "on",
] as const;
export type TextField = (typeof textFields)[number];

export interface QuantileDraft {
  readonly p: string;
  readonly value: string;
}

export interface ExpertDraft {
  readonly by: string;
  readonly on: string;
  readonly source: string;
  readonly weight: string;
  readonly estimate: EstimateDraft;
}

/** An estimate as it is being typed. What was typed for one form is kept while another one is tried. */
export interface EstimateDraft {
  readonly form: EstimateFormName;
  readonly text: Readonly<Partial<Record<TextField, string>>>;
  readonly ends: "bounds" | "percentiles";
  readonly quantiles: readonly QuantileDraft[];
  readonly experts: readonly ExpertDraft[];
  readonly pool: (typeof poolingRules)[number];
}

export const emptyEstimate: EstimateDraft = {
  form: "interval",
  text: {},
  ends: "bounds",
  quantiles: [
    { p: "5 %", value: "" },
    { p: "95 %", value: "" },
  ],
  experts: [],
  pool: "linear",
};

export const emptyExpert: ExpertDraft = { by: "", on: "", source: "", weight: "", estimate: emptyEstimate };

/** The draft that an estimate of the file opens as. */
export function draftOfEstimate(estimate: AnyEstimate, kind: LeafKind): EstimateDraft {
  if (typeof estimate === "number")
    return { ...emptyEstimate, form: "value", text: { value: numberText(estimate, kind) } };
  const known: { readonly [key: string]: unknown } = estimate;
  const text: Partial<Record<TextField, string>> = {};
  const form = formOf(known);
  const isParameter = form === "beta" || form === "gamma" || form === "lognormal";
  for (const field of textFields) {
    const value = known[field];
    const numberKind = isParameter || field === "lambda" || field === "level" ? "number" : kind;
    if (typeof value === "number") text[field] = numberText(value, numberKind);
    else if (typeof value === "string") text[field] = value;
  }
  if (Array.isArray(known.samples)) text.samples = known.samples.map((each) => numberText(each, kind)).join("; ");
  Object.assign(text, cutsText(known, kind));
  return {
    ...emptyEstimate,
    form,
    text,
    ends: known.ends === "percentiles" ? "percentiles" : "bounds",
    quantiles:
      "quantiles" in estimate ? estimate.quantiles.map((each) => quantileDraft(each, kind)) : emptyEstimate.quantiles,
    experts: "experts" in estimate ? estimate.experts.map((each) => expertDraft(each, kind)) : [],
    pool: "pool" in estimate ? estimate.pool : "linear",
  };
}

function formOf(estimate: Readonly<Record<string, unknown>>): EstimateFormName {
  if ("low" in estimate) return "interval";
  if ("mode" in estimate) return "pert";
  if ("min" in estimate) return "uniform";
  if ("alpha" in estimate) return "beta";
  if ("shape" in estimate) return "gamma";
  if ("mu" in estimate) return "lognormal";
  if ("samples" in estimate) return "samples";
  if ("quantiles" in estimate) return "quantiles";
  if ("experts" in estimate) return "experts";
  return "level" in estimate ? "level" : "value";
}

function quantileDraft({ p, value }: { p: number; value: number }, kind: LeafKind): QuantileDraft {
  return { p: numberText(p, "probability"), value: numberText(value, kind) };
}

function expertDraft(
  said: {
    by: string;
    on?: string | undefined;
    source?: string | undefined;
    weight?: number | undefined;
    estimate: AnyEstimate;
  },
  kind: LeafKind,
): ExpertDraft {
  return {
    by: said.by,
    on: said.on ?? "",
    source: said.source ?? "",
    weight: said.weight === undefined ? "" : numberText(said.weight, "number"),
    estimate: draftOfEstimate(said.estimate, kind),
  };
}

function cutsText(estimate: Readonly<Record<string, unknown>>, kind: LeafKind): Partial<Record<TextField, string>> {
  const text: Partial<Record<TextField, string>> = {};
  const put = (field: TextField, value: unknown, as: LeafKind = kind) => {
    if (typeof value === "number") text[field] = numberText(value, as);
  };
  const part = (key: string) => (estimate[key] ?? {}) as Readonly<Record<string, unknown>>;
  put("truncateFrom", part("truncate").from);
  put("truncateTo", part("truncate").to);
  put("deductible", part("insurance").deductible);
  put("limit", part("insurance").limit);
  if (typeof estimate.cap === "object") {
    put("cap", part("cap").amount);
    put("capShare", part("cap").turnoverShare, "probability");
  }
  return text;
}
