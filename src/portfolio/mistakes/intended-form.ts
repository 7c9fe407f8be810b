import { z } from "zod";
import { estimate, frequency, frequencyEstimate, probabilityEstimate } from "../../contract/estimate.ts";
import { limit, limitScope } from "../../contract/record.ts";
import { impactRating } from "../../contract/scale.ts";
import { nearestName } from "../nearest-name.ts";
import { type Finding, noun, type Path, shown } from "./finding.ts";

/** A part of the input and the schema that it is held against. */
interface Part {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly path: Path;
}

/** The form that a value is meant to have, and what already speaks against it. */
export interface IntendedForm {
  readonly findings: readonly Finding[];
  readonly parts: readonly Part[];
}

type Keys = Record<string, unknown>;

/** Which of the forms that a union offers is meant, told by the keys that are there. */
export function intended(schema: z.ZodType | undefined, value: unknown, path: Path): IntendedForm {
  switch (schema?.def) {
    case estimate.def:
    case frequencyEstimate.def:
    case probabilityEstimate.def:
      return intendedEstimate(schema as z.ZodUnion, value, path);
    case frequency.def:
      return intendedFrequency(value, path);
    case impactRating.def:
      return isMap(value) ? held(impactRating.options[1], value, path) : nonMap(impactRating, value, path);
    case limitScope.def:
      return intendedScope(value, path);
    case limit.def:
      return intendedLimit(value, path);
    default:
      return { findings: [], parts: [] };
  }
}

function isMap(value: unknown): value is Keys {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function held(schema: z.ZodType, value: unknown, path: Path): IntendedForm {
  return { findings: [], parts: [{ schema, value, path }] };
}

function refused(path: Path, what: string, remedy: string): IntendedForm {
  return { findings: [{ path, what, remedy }], parts: [] };
}

/** A number goes against the form that is a number; anything else is of the wrong type, which the caller says. */
function nonMap(union: z.ZodUnion, value: unknown, path: Path): IntendedForm {
  const isNumber = typeof value === "number" && Number.isFinite(value);
  return isNumber ? held(union.options[0] as z.ZodType, value, path) : { findings: [], parts: [] };
}

const forms: readonly (readonly string[])[] = [
  ["low", "high"],
  ["min", "mode", "max", "lambda"],
  ["alpha", "beta"],
  ["shape", "rate"],
  ["mu", "sigma"],
  ["samples"],
  ["level"],
];

function intendedEstimate(union: z.ZodUnion, value: unknown, path: Path): IntendedForm {
  if (Array.isArray(value)) return refused(path, `${noun(path)} is a list`, "write {samples: […]} for a list of cases");
  if (!isMap(value)) return nonMap(union, value, path);
  const options = union.options.filter((option) => option instanceof z.ZodObject);
  const known = new Set(options.flatMap((option) => Object.keys(option.shape)));
  const present = forms.filter((form) => form.some((key) => key in value && known.has(key)));
  if (present.length > 1) {
    const keys = present.map((form) => form.find((key) => key in value));
    const kept = present.map(shape).join(" or ");
    return refused(path, `${noun(path)} has ${keys.join(" and ")}`, `keep one form: ${kept}`);
  }
  const [form] = present;
  if (!form) return noForm(value, known, path);
  const isPert = "mode" in value || "lambda" in value;
  const wanted = form.includes("min") && !isPert ? "uniform" : form[0]!;
  const option = options.find(({ shape: keys }) => {
    if (wanted === "uniform") return "min" in keys && !("mode" in keys);
    return wanted in keys && (wanted !== "min" || "mode" in keys);
  });
  return option ? held(option, value, path) : { findings: [], parts: [] };
}

function noForm(value: Keys, known: ReadonlySet<string>, path: Path): IntendedForm {
  const near = Object.keys(value).map((key) => ({ key, near: nearestName(key, known) }));
  if (near.some((each) => each.near)) {
    const findings = near.map(({ key, near: name }) => {
      const remedy = name ? `write "${name}"` : "remove it";
      return { path: [...path, key], at: "key" as const, what: `unknown key "${key}"`, remedy };
    });
    return { findings, parts: [] };
  }
  const usable = forms.filter(([first]) => known.has(first!)).map(shape);
  const keys = Object.keys(value);
  const what = keys.length === 0 ? "no key" : keys.map((key) => `"${key}"`).join(" and ");
  return refused(path, `${noun(path)} has ${what}, no form of an estimate`, `write a number or ${usable.join(", ")}`);
}

function shape(form: readonly string[]): string {
  const keys = form.filter((key) => key !== "lambda");
  return `{${keys.join(", ")}}`;
}

const tree = ["threatEvents", "contact", "action", "vulnerability"] as const;
const cuts = "an estimate, {threatEvents, vulnerability} or {contact, action, vulnerability}";

function intendedFrequency(value: unknown, path: Path): IntendedForm {
  if (!isMap(value)) return held(frequencyEstimate, value, path);
  const present = tree.filter((key) => key in value);
  const estimateKeys = forms.flat().filter((key) => key in value);
  if (present.length === 0) {
    const near = Object.keys(value).map((key) => nearestName(key, tree));
    const isMistypedTree = estimateKeys.length === 0 && near.some((name) => name !== undefined);
    if (!isMistypedTree) return held(frequencyEstimate, value, path);
  }
  const form = present.includes("contact") || present.includes("action") ? 2 : 1;
  const whole = held(frequency.options[form], value, path);
  const leaves = tree.filter((key) => key in value).map((key) => leaf(key, value, path));
  if (estimateKeys.length > 0) {
    const what = `frequency is over-specified: it has ${[estimateKeys[0], ...present].join(" and ")}`;
    return { findings: [{ path, what, remedy: `keep one of ${cuts}` }], parts: leaves };
  }
  if (present.includes("threatEvents") && form === 2) {
    const what = `frequency is over-specified: it has ${present.join(" and ")}`;
    return { findings: [{ path, what, remedy: `keep one of ${cuts}` }], parts: leaves };
  }
  const needed = form === 2 ? ["contact", "action", "vulnerability"] : ["threatEvents", "vulnerability"];
  const missing = needed.filter((key) => !(key in value));
  const hasOthers = Object.keys(value).some((key) => !needed.includes(key));
  if (missing.length === 0 || hasOthers) return whole;
  const what = `frequency is under-specified: it has ${present.join(" and ")} without ${missing.join(" and ")}`;
  return { findings: [{ path, what, remedy: `write ${cuts}` }], parts: leaves };
}

function leaf(key: (typeof tree)[number], value: Keys, path: Path): Part {
  const isRate = key === "threatEvents" || key === "contact";
  return { schema: isRate ? frequencyEstimate : probabilityEstimate, value: value[key], path: [...path, key] };
}

function intendedScope(value: unknown, path: Path): IntendedForm {
  if (!isMap(value)) return { findings: [], parts: [] };
  const [, bySystem, byCategory, byRisk] = limitScope.options;
  if ("risk" in value && ("system" in value || "category" in value)) {
    return refused(path, "scope has risk beside system or category", "keep the risk alone, or remove it");
  }
  if ("risk" in value) return held(byRisk, value, path);
  if ("category" in value && !("system" in value) && Object.keys(value).length === 1) {
    return held(byCategory, value, path);
  }
  if ("system" in value || "category" in value) return held(bySystem, value, path);
  const near = Object.keys(value).map((key) => nearestName(key, ["system", "category", "risk"]));
  if (near.every((name) => name === undefined)) return { findings: [], parts: [] };
  if (near.includes("risk")) return held(byRisk, value, path);
  return near.includes("category") ? held(byCategory, value, path) : held(bySystem, value, path);
}

/** A limit without a measure that we know: the rest of it is held against the measure that its keys belong to. */
function intendedLimit(value: unknown, path: Path): IntendedForm {
  if (!isMap(value)) return { findings: [], parts: [] };
  const [byScore, byLoss, prohibition] = limit.options;
  const measures = limit.options.map((option) => option.shape.measure.value);
  const known = measures.indexOf(value.measure as (typeof measures)[number]);
  if (known >= 0) return held(limit.options[known]!, value, path);
  const remedy = `write ${measures.slice(0, -1).join(", ")} or ${measures.at(-1)}`;
  const at = [...path, "measure"];
  const near = typeof value.measure === "string" ? nearestName(value.measure, measures) : undefined;
  const finding =
    value.measure === undefined
      ? { path: at, what: 'key "measure" is missing', remedy }
      : { path: at, what: `measure is ${shown(value.measure)}`, remedy: near ? `write ${near}` : remedy };
  const option = "exceeds" in value ? byLoss : "statement" in value ? prohibition : byScore;
  const measure = option.shape.measure.value;
  return { findings: [finding], parts: [{ schema: option, value: { ...value, measure }, path }] };
}
