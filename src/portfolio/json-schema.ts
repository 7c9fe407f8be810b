import { z } from "zod";
import { portfolio } from "../contract/portfolio.ts";

/** JSON Schema (draft 2020-12) of the portfolio file, made of the schema that reads it. */
export function portfolioJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(portfolio, { target: "draft-2020-12", override: simplify });
  return { $schema, title: "Plimsoll portfolio file, version 1", ...schema };
}

/**
 * Leaves out the greatest whole number that a computer holds, patterns that a format says already, and patterns by
 * Unicode property, which not every validator can read; `plimsoll validate` holds texts against them.
 */
function simplify({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.format !== undefined || jsonSchema.pattern?.includes("\\p{")) delete jsonSchema.pattern;
}
