import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { RequestVariables } from "./services.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * Describes a shape that refers to itself, or that checks a value by hand, under a name in the API's description, and
 * answers the reference to it. Other shapes are described from their routes.
 */
export function describedShape(
  { openAPIRegistry }: Pick<OpenAPIHono<RequestVariables>, "openAPIRegistry">,
  name: string,
  schema: z.ZodType,
  io: "input" | "output",
): { readonly $ref: string } {
  const { $schema: _, $defs = {}, ...written } = z.toJSONSchema(schema, { io, unrepresentable: "any", override });
  const named = (text: string) => text.replaceAll('"#/$defs/__schema', `"#/components/schemas/${name}Part`);
  const describe = (key: string, shape: JsonSchema) =>
    openAPIRegistry.registerComponent("schemas", key, JSON.parse(named(JSON.stringify(shape))));
  for (const [key, shape] of Object.entries($defs)) describe(key.replace("__schema", `${name}Part`), shape);
  describe(name, written);
  return { $ref: `#/components/schemas/${name}` };
}

/** A value that is checked by hand is a number or a text; patterns by Unicode property not every reader knows. */
function override({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  if (zodSchema._zod.def.type === "custom") jsonSchema.type = ["number", "string"] as never;
  if (jsonSchema.pattern?.includes("\\p{")) delete jsonSchema.pattern;
}
