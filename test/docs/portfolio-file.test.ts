import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { portfolioJsonSchema } from "../../src/portfolio/json-schema.ts";
import { readPortfolio, readPortfolioOrFail } from "../../src/portfolio/read-portfolio.ts";
import { repository } from "../harness/repository.ts";

const guide = readFileSync(join(repository, "docs/guide/portfolio-file.md"), "utf8");
const examples = [...guide.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => text!);
const bytes = (text: string) => new TextEncoder().encode(text);

/** Every key that a node and what is below it name. */
function keysOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(keysOf);
  if (typeof node !== "object" || node === null) return [];
  const { properties, ...rest } = node as { properties?: Record<string, unknown> };
  return [...Object.keys(properties ?? {}), ...keysOf(Object.values(properties ?? {})), ...keysOf(Object.values(rest))];
}

function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => [key, ...keysIn(held)]);
}

describe("docs/guide/portfolio-file.md", () => {
  test("its examples are valid: a minimal and a full one", () => {
    expect(examples).toHaveLength(2);
    for (const example of examples) expect(readPortfolio(bytes(example), "guide.yaml")).not.toHaveProperty("mistakes");
  });

  test("the minimal example says what the guide says that it says", () => {
    const [warning] = readPortfolioOrFail(bytes(examples[0]!), "plimsoll.yaml").warnings;
    const { file, line, column, what, remedy } = warning!;
    expect(guide).toContain(`${file}:${line}:${column}: warning: ${what}; ${remedy}\n`);
  });

  test("the full example has no warnings and every key at the top", () => {
    const { portfolio, warnings } = readPortfolioOrFail(bytes(examples[1]!), "guide.yaml");
    expect(warnings).toEqual([]);
    expect(Object.keys(portfolio)).toEqual(Object.keys(portfolioJsonSchema().properties as object));
  });

  test("it names every key of the schema, and the full example has all but forms of an estimate", () => {
    const keys = new Set(keysOf(portfolioJsonSchema()));
    expect([...keys].filter((key) => !new RegExp(`\\b${key}\\b`).test(guide))).toEqual([]);
    const used = new Set(keysIn(parse(examples[1]!)));
    const elsewhere = ["lambda", "shape", "mu", "sigma", "level", "risk", "contact", "action"];
    expect([...keys].filter((key) => !used.has(key)).sort()).toEqual(elsewhere.sort());
  });
});
