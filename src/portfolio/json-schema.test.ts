import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { arbitraryPortfolio } from "../../test/portfolio/arbitrary-portfolio.ts";
import { portfolioJsonSchema } from "./json-schema.ts";
import { readPortfolioOrFail } from "./read-portfolio.ts";

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

  test("has patterns that every validator can compile", () => {
    for (const { node } of everyNode(schema)) if (node.pattern) expect(() => new RegExp(node.pattern!)).not.toThrow();
  });

  test("tells an editor what each key at the top and each key of a risk is for", () => {
    const risk = schema.properties?.risks?.items;
    const plain = ["organization", "controls", "risks", "name", "formerly", "treatment"];
    for (const [key, node] of [...Object.entries(schema.properties!), ...Object.entries(risk?.properties ?? {})]) {
      const definition = node.$ref ? schema.$defs?.[node.$ref.replace("#/$defs/", "")] : undefined;
      if (!plain.includes(key)) expect(node.description ?? definition?.description, key).toBeTypeOf("string");
    }
  });

  describe("held against files by itself", () => {
    const validator = z.fromJSONSchema(JSON.parse(JSON.stringify(portfolioJsonSchema())));

    test.each(["northwind", "credit-scoring-api"])("accepts examples/%s", (name) => {
      const bytes = readFileSync(new URL(`../../examples/${name}/plimsoll.yaml`, import.meta.url));
      const { portfolio } = readPortfolioOrFail(bytes, name);
      expect(validator.safeParse(portfolio).error?.issues ?? []).toEqual([]);
    });

    test("accepts whatever the reader accepts", () => {
      fc.assert(
        fc.property(arbitraryPortfolio, (portfolio) => {
          expect(validator.safeParse(JSON.parse(JSON.stringify(portfolio))).error?.issues ?? []).toEqual([]);
        }),
        { numRuns: 60 },
      );
    });

    test.each([
      { version: 2 },
      { version: 1, curency: "EUR" },
      { version: 1, systems: [{ id: "Credit Scoring" }] },
      { version: 1, systems: [{ id: "a", stage: "prod" }] },
      { version: 1, controls: [{ id: "a" }] },
      { version: 1, limits: [{ scope: "portfolio", measure: "annualLoss", exceeds: 5, appetite: 3, tolerance: 4 }] },
      { version: 1, limits: [{ scope: "all", measure: "prohibited", statement: "never" }] },
      { version: 1, people: [{ id: "a", email: "mara" }] },
    ])("refuses %j", (wrong) => {
      expect(validator.safeParse(wrong).success).toBe(false);
    });
  });
});
