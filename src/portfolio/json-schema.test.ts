import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { portfolioJsonSchema } from "./json-schema.ts";

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Record<string, Node>;
  readonly additionalProperties?: unknown;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly $ref?: string;
  readonly $defs?: Record<string, Node>;
  readonly pattern?: string;
}

const schema = portfolioJsonSchema() as Node;

function everyNode(node: Node, path = "#"): { node: Node; path: string }[] {
  const below: [string, Node][] = [
    ...Object.entries(node.properties ?? {}).map(([key, each]): [string, Node] => [`properties/${key}`, each]),
    ...Object.entries(node.$defs ?? {}).map(([key, each]): [string, Node] => [`$defs/${key}`, each]),
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].map((each, index): [string, Node] => [`forms/${index}`, each]),
    ...(node.items ? [["items", node.items] as [string, Node]] : []),
  ];
  return [{ node, path }, ...below.flatMap(([step, each]) => everyNode(each, `${path}/${step}`))];
}

describe("the published JSON Schema", () => {
  test("is the one that the reader's schema makes: `./bin/plimsoll schema > schema/plimsoll.schema.json`", () => {
    const published = readFileSync(new URL("../../schema/plimsoll.schema.json", import.meta.url), "utf8");
    expect(published).toBe(`${JSON.stringify(portfolioJsonSchema(), null, 2)}\n`);
  });

  test("is of draft 2020-12", () => {
    expect(portfolioJsonSchema().$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  });

  test("refuses unknown keys wherever there is a map", () => {
    const open = everyNode(schema).filter(({ node }) => node.type === "object" && node.additionalProperties !== false);
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  test("refers only to what it defines", () => {
    const defined = Object.keys(schema.$defs ?? {}).map((name) => `#/$defs/${name}`);
    const referred = everyNode(schema).flatMap(({ node }) => node.$ref ?? []);
    expect(referred.filter((reference) => !defined.includes(reference))).toEqual([]);
    expect(defined).toContain("#/$defs/LossEstimate");
  });

  test("has patterns that editors can compile", () => {
    for (const { node } of everyNode(schema))
      if (node.pattern) expect(() => new RegExp(node.pattern!, "u")).not.toThrow();
  });

  test("tells an editor what each key at the top and each key of a risk is for", () => {
    const risk = schema.properties?.risks?.items;
    const plain = ["organization", "controls", "risks", "name", "formerly", "treatment"];
    for (const [key, node] of [...Object.entries(schema.properties!), ...Object.entries(risk?.properties ?? {})]) {
      const definition = node.$ref ? schema.$defs?.[node.$ref.replace("#/$defs/", "")] : undefined;
      if (!plain.includes(key)) expect(node.description ?? definition?.description, key).toBeTypeOf("string");
    }
  });
});
