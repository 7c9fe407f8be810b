import { z } from "zod";
import { limit } from "../../contract/record.ts";
import { nearestName } from "../nearest-name.ts";
import type { Finding, Path } from "./finding.ts";

/** Keys that a map does not have, each with the one that was probably meant. */
export function unknownKeys(
  keys: readonly string[],
  schema: z.ZodType | undefined,
  value: unknown,
  path: Path,
): Finding[] {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const absent = known.filter((key) => !Object.hasOwn(value as object, key));
  return keys.map((key) => {
    const finding = { path: [...path, key], at: "key" as const };
    const measures = measuresWith(key, schema);
    if (measures.length > 0) {
      const what = `key "${key}" does not belong to the measure ${String(Reflect.get(value as object, "measure"))}`;
      return { ...finding, what, remedy: `remove it; it goes with ${measures.join(" and ")}` };
    }
    if (key === "<<") {
      return { ...finding, what: "merge key <<", remedy: "write the keys themselves: YAML 1.2 has no merge keys" };
    }
    const what = `unknown key "${key}"`;
    const near = nearestName(key, absent);
    if (near !== undefined) return { ...finding, what, remedy: `write "${near}"`, meantPath: [...path, near] };
    const there = nearestName(key, known);
    if (there !== undefined) return { ...finding, what, remedy: `remove it: "${there}" is there already` };
    return {
      ...finding,
      what,
      remedy: known.length > 0 ? `remove it; keys here are ${known.join(", ")}` : "remove it",
    };
  });
}

/** The measures of a limit that have a key which the one written has not. */
function measuresWith(key: string, schema: z.ZodType | undefined): string[] {
  const forms = limit.options as readonly z.ZodObject[];
  if (!forms.some((form) => form.def === schema?.def)) return [];
  return forms.flatMap(({ shape }) =>
    Object.hasOwn(shape, key) ? [(shape.measure as z.ZodLiteral<string>).value] : [],
  );
}
