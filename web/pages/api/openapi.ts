/** The parts of an OpenAPI 3.1 document that the page shows. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: "query" | "path" | "header" | "cookie";
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses?: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

export interface OpenApi {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface Endpoint extends Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

const methods = ["get", "post", "put", "patch", "delete"] as const;

/** Every endpoint under its first tag, in the document's order. */
export function endpointsByTag({ paths }: OpenApi): { tag: string; endpoints: Endpoint[] }[] {
  const groups = new Map<string, Endpoint[]>();
  for (const [path, operations] of Object.entries(paths))
    for (const method of methods) {
      const operation = operations[method];
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? "Other";
      const endpoint = { ...operation, method, path, id: idOf(method, path) };
      groups.set(tag, [...(groups.get(tag) ?? []), endpoint]);
    }
  return [...groups].map(([tag, endpoints]) => ({ tag, endpoints }));
}

function idOf(method: string, path: string): string {
  return `${method}${path.replaceAll(/[^a-zA-Z0-9]+/g, "-")}`.replace(/-$/, "");
}

/** Name of the schema that a reference points to. */
export function referredName(schema: Schema | undefined): string | null {
  return schema?.$ref?.split("/").at(-1) ?? null;
}

/** What a value may be, in a few words: "integer, 1 to 500", "ok, warning or breach", "list of Risk". */
export function typeWords(schema: Schema | undefined): string {
  if (!schema) return "anything";
  const name = referredName(schema);
  if (name !== null) return name;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum)
    return joined(schema.enum.map((value) => (typeof value === "string" ? value : JSON.stringify(value))));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return joined([...new Set(choices.map(typeWords))]);
  if (schema.allOf) return schema.allOf.map(typeWords).join(" and ");
  if (Array.isArray(schema.type)) return joined(schema.type.map((type: string) => typeWords({ ...schema, type })));
  if (schema.type === "array") return `list of ${typeWords(schema.items)}`;
  if (schema.type === "object" && typeof schema.additionalProperties === "object" && !schema.properties)
    return `object of ${typeWords(schema.additionalProperties)}`;
  return `${formatWords[schema.format ?? ""] ?? schema.type ?? "anything"}${rangeWords(schema)}`;
}

const formatWords: Readonly<Record<string, string>> = { "date-time": "instant", date: "date", email: "e-mail address" };

function rangeWords({ type, minimum, maximum }: Schema): string {
  if (type !== "integer" && type !== "number") return "";
  // The ends of safe integers are a limit of JSON and say nothing about the value.
  const least = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? null : minimum;
  const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? null : maximum;
  if (least !== null && most !== null) return `, ${least} to ${most}`;
  if (least !== null) return `, ${least} or more`;
  return most === null ? "" : `, ${most} or less`;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** A command that asks the endpoint, with the examples of its description in place. */
export function curlOf({ method, path, parameters = [], requestBody }: Endpoint, origin: string): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const example = parameters.find((each) => each.in === "path" && each.name === name)?.schema?.example;
    return typeof example === "string" ? example : name.toUpperCase();
  });
  const parts = ["curl", ...(method === "get" ? [] : ["-X", method.toUpperCase()])];
  if (method !== "get") parts.push("-H 'plimsoll-actor: PERSON'");
  for (const { name } of parameters.filter((each) => each.in === "header"))
    parts.push(name.toLowerCase() === "if-match" ? `-H 'if-match: "1"'` : `-H '${name}: VALUE'`);
  if (requestBody) {
    const type = Object.keys(requestBody.content)[0] ?? "application/json";
    parts.push(`-H 'content-type: ${type}'`, type.includes("json") ? "-d '{}'" : "--data-binary @FILE");
  }
  return [...parts, `'${origin}${filled}'`].join(" ");
}
