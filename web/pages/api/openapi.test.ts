import { describe, expect, test } from "vitest";
import { curlOf, endpointsByTag, type Schema, typeWords } from "./openapi.ts";

describe("typeWords", () => {
  test.each<[Schema, string]>([
    [{ type: "string" }, "string"],
    [{ type: "string", format: "date-time" }, "instant"],
    [{ type: ["string", "null"] }, "string or null"],
    [{ type: "integer", minimum: 1, maximum: 500 }, "integer, 1 to 500"],
    [{ type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, "integer"],
    [{ enum: ["ok", "warning", "breach"] }, "ok, warning or breach"],
    [{ type: "array", items: { $ref: "#/components/schemas/Risk" } }, "list of Risk"],
    [{ anyOf: [{ type: "string", format: "date" }, { type: "null" }] }, "date or null"],
    [{ type: "object", additionalProperties: { type: "number" } }, "object of number"],
    [{ const: "portfolio" }, '"portfolio"'],
    [{}, "anything"],
  ])("%j is %s", (schema, words) => {
    expect(typeWords(schema)).toBe(words);
  });
});

const document = {
  info: { title: "Plimsoll", version: "1" },
  paths: {
    "/v1/risks/{id}": {
      get: { tags: ["Risks"], parameters: [{ name: "id", in: "path" as const, schema: { example: "late-letters" } }] },
      patch: {
        tags: ["Risks"],
        parameters: [
          { name: "id", in: "path" as const },
          { name: "if-match", in: "header" as const },
        ],
        requestBody: { content: { "application/json": {} } },
      },
    },
    "/v1/stream": { get: {} },
  },
};

test("groups endpoints by tag, each with an address of its own", () => {
  const groups = endpointsByTag(document);
  expect(groups.map(({ tag, endpoints }) => [tag, endpoints.map(({ id }) => id)])).toEqual([
    ["Risks", ["get-v1-risks-id", "patch-v1-risks-id"]],
    ["Other", ["get-v1-stream"]],
  ]);
});

test("writes a command that can be run", () => {
  const [read, change] = endpointsByTag(document)[0]!.endpoints;
  expect(curlOf(read!, "http://127.0.0.1:4180")).toBe("curl 'http://127.0.0.1:4180/v1/risks/late-letters'");
  expect(curlOf(change!, "http://h")).toBe(
    `curl -X PATCH -H 'plimsoll-actor: PERSON' -H 'if-match: "1"' -H 'content-type: application/json' -d '{}' 'http://h/v1/risks/ID'`,
  );
});
