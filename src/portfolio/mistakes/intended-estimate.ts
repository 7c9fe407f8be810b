import { z } from "zod";
import { nearestName } from "../nearest-name.ts";
import { noun, type Path } from "./finding.ts";
import { held, type IntendedForm, isMap, nonMap, refused } from "./intention.ts";

/** The keys of each form of an estimate, the first of which no other form has but `min`. */
const forms: readonly (readonly string[])[] = [
  ["low", "high"],
  ["min", "mode", "max", "lambda", "ends"],
  ["alpha", "beta"],
  ["shape", "rate"],
  ["mu", "sigma"],
  ["samples"],
  ["quantiles"],
  ["experts", "pool"],
  ["value"],
  ["level"],
];
const pertKeys = ["mode", "lambda", "ends"];

/** The keys of a map that say the value of an estimate, in whatever form. */
export function estimateKeys(value: object): string[] {
  return forms.flat().filter((key) => key in value);
}

/** The form of an estimate that its keys point to. */
export function intendedEstimate(union: z.ZodUnion, value: unknown, path: Path): IntendedForm {
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
  const isUniform = form.includes("min") && !pertKeys.some((key) => key in value);
  const option = options.find(
    ({ shape: keys }) => form[0]! in keys && (form[0] !== "min" || isUniform !== "mode" in keys),
  );
  return option ? held(option, value, path) : { findings: [], parts: [] };
}

function noForm(value: Record<string, unknown>, known: ReadonlySet<string>, path: Path): IntendedForm {
  const near = Object.keys(value)
    .filter((key) => !known.has(key))
    .map((key) => ({ key, near: nearestName(key, known) }));
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
  const keys = form.filter((key) => key !== "lambda" && key !== "ends");
  return `{${keys.join(", ")}}`;
}
