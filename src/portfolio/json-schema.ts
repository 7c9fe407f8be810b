import { z } from "zod";
import { portfolio } from "../contract/portfolio.ts";

/** JSON Schema (draft 2020-12) of the portfolio file, made of the schema that reads it. */
export function portfolioJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(portfolio, { target: "draft-2020-12", override: simplify });
  return { $schema, title: "Plimsoll portfolio file, version 1", ...schema };
}

/** Leaves out what says nothing to a reader: the greatest whole number that a computer holds, the pattern of a date. */
function simplify({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
