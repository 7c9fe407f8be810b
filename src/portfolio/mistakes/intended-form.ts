import { z } from "zod";
import {
  estimate,
  frequencyEstimate,
  probabilityEstimate,
  simpleAmount,
  simpleShare,
} from "../../contract/estimate.ts";
import { limit, limitScope } from "../../contract/record.ts";
import { count, eventLoss, frequency, vulnerability } from "../../contract/scenario.ts";
import { nearestName } from "../nearest-name.ts";
import { type Path, shown } from "./finding.ts";
import { intendedEstimate } from "./intended-estimate.ts";
import { intendedFrequency, intendedLoss, intendedVulnerability } from "./intended-tree.ts";
import { held, type IntendedForm, isMap, refused } from "./intention.ts";

/** Which of the forms that a union offers is meant, told by the keys that are there. */
export function intended(schema: z.ZodType | undefined, value: unknown, path: Path): IntendedForm {
  switch (schema?.def) {
    case estimate.def:
    case frequencyEstimate.def:
    case probabilityEstimate.def:
    case simpleAmount.def:
    case simpleShare.def:
      return intendedEstimate(schema as z.ZodUnion, value, path);
    case frequency.def:
      return intendedFrequency(value, path);
    case vulnerability.def:
      return intendedVulnerability(value, path);
    case eventLoss.def:
      return intendedLoss(value, path);
    case count.def:
      return intendedCount(value, path);
    case limitScope.def:
      return intendedScope(value, path);
    case limit.def:
      return intendedLimit(value, path);
    default:
      return intendedByShape(schema, value, path);
  }
}

/** The one form that is a map where the value is one, and the one that is not where it is a number. */
function intendedByShape(schema: z.ZodType | undefined, value: unknown, path: Path): IntendedForm {
  if (!(schema instanceof z.ZodUnion) || !(isMap(value) || typeof value === "number"))
    return { findings: [], parts: [] };
  const forms = (schema.options as z.ZodType[]).filter((form) => form instanceof z.ZodObject === isMap(value));
  return forms.length === 1 ? held(forms[0]!, value, path) : { findings: [], parts: [] };
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

/** A count of the kind that it names, or that its keys belong to. */
function intendedCount(value: unknown, path: Path): IntendedForm {
  if (!isMap(value)) return { findings: [], parts: [] };
  const kinds = count.options.map((option) => option.shape.kind.value);
  const known = kinds.indexOf(value.kind as (typeof kinds)[number]);
  if (known >= 0) return held(count.options[known]!, value, path);
  const all = `write ${kinds.slice(0, -1).join(", ")} or ${kinds.at(-1)}`;
  if (value.kind === undefined) return refused([...path, "kind"], 'key "kind" is missing', all);
  const near = typeof value.kind === "string" ? nearestName(value.kind, kinds) : undefined;
  return refused([...path, "kind"], `kind is ${shown(value.kind)}`, near ? `write ${near}` : all);
}

/** A limit without a measure that we know: the rest of it is held against the measure that its keys belong to. */
function intendedLimit(value: unknown, path: Path): IntendedForm {
  if (!isMap(value)) return { findings: [], parts: [] };
  const [byScore, byLoss, byDisparity, prohibition] = limit.options;
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
  const option =
    "exceeds" in value
      ? byLoss
      : "statement" in value
        ? prohibition
        : "disparity" in value || "attributes" in value
          ? byDisparity
          : byScore;
  const measure = option.shape.measure.value;
  return { findings: [finding], parts: [{ schema: option, value: { ...value, measure }, path }] };
}
