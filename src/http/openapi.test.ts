import { afterAll, beforeAll, expect, it } from "vitest";
import { type Api, openApi } from "../../test/harness/api.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document that this test takes apart
let document: any;
let api: Api;
beforeAll(async () => {
  api = await openApi({ kind: "pglite", dataDir: null });
  document = (await api.get("/openapi.json")).json;
});
afterAll(() => api.close());

const operations = () =>
  Object.entries<Record<string, { summary: string; responses: Record<string, unknown>; tags: string[] }>>(
    document.paths,
  ).flatMap(([path, verbs]) => Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })));

it("describes itself as OpenAPI 3.1 of this program's version", () => {
  expect(document.openapi).toBe("3.1.0");
  expect(document.info).toMatchObject({ title: "Plimsoll", version: "0.0.0" });
});

it("lists every route the program has, and no other", async () => {
  const described = operations().map(({ path, verb }) => `${verb.toUpperCase()} ${path}`);
  expect(described).toHaveLength(new Set(described).size);
  for (const { path, verb } of operations()) {
    const address = path.replaceAll(/\{\w+\}/g, "none");
    const { status, json } = await api.ask(verb.toUpperCase(), address, {
      headers: { "content-type": "application/json" },
    });
    expect(json?.detail ?? "", `${verb} ${address}: ${status}`).not.toContain("no such route");
  }
  const kinds = ["systems", "dependencies", "controls", "limits", "risks", "people"];
  const resources = kinds.flatMap((kind) => [
    `GET /v1/${kind}`,
    `GET /v1/${kind}/{id}`,
    `POST /v1/${kind}`,
    `PATCH /v1/${kind}/{id}`,
    `PUT /v1/${kind}/{id}`,
    `POST /v1/${kind}/{id}/retire`,
    `POST /v1/${kind}/{id}/rename`,
    `POST /v1/${kind}/{id}/restore`,
  ]);
  const others = [
    "DELETE /v1/audits/{id}",
    "DELETE /v1/decisions/{id}",
    "DELETE /v1/studies/{id}",
    "GET /v1/audits",
    "GET /v1/audits/{id}",
    "GET /v1/audits/{id}/counts",
    "GET /v1/audits/{id}/report",
    "GET /v1/backup",
    "GET /v1/changes",
    "GET /v1/decisions/{id}",
    "GET /v1/events",
    "GET /v1/events/{id}",
    "GET /v1/facts/calibration-questions",
    "GET /v1/facts/incidents",
    "GET /v1/heat-map",
    "GET /v1/overview",
    "GET /v1/portfolio/export",
    "GET /v1/quantification",
    "GET /v1/risks/{id}/assessments",
    "GET /v1/scenarios",
    "GET /v1/settings",
    "GET /v1/stream",
    "GET /v1/studies",
    "GET /v1/studies/{id}",
    "GET /v1/studies/{id}/report",
    "GET /v1/timeline",
    "GET /v1/workspace",
    "POST /v1/audits",
    "POST /v1/decisions",
    "POST /v1/portfolio/apply",
    "POST /v1/portfolio/plan",
    "POST /v1/risks/{id}/assessments",
    "POST /v1/settings/plan",
    "POST /v1/studies",
    "POST /v1/studies/{id}/restore",
    "PUT /v1/settings",
    "DELETE /v1/workshops/{id}",
    "GET /v1/workshops",
    "GET /v1/workshops/{id}",
    "POST /v1/workshops",
    "DELETE /v1/assignment-rules/{id}",
    "GET /v1/assignment-rules",
    "GET /v1/receipts/{id}",
    "GET /v1/receipts/{id}/payload",
    "GET /v1/signals",
    "GET /v1/signals/{id}",
    "GET /v1/sources",
    "POST /v1/assignment-rules",
    "POST /v1/assignment-rules/preview",
    "POST /v1/signals",
    "POST /v1/signals/{format}",
    "PUT /v1/assignment-rules/{id}",
    "POST /v1/workshops/{id}/close",
    "POST /v1/workshops/{id}/reveal",
    "PUT /v1/studies/{id}",
    "PUT /v1/workshops/{id}/votes/{risk}",
  ];
  expect(described.sort()).toEqual([...resources, ...others].sort());
});

it("says of every route what it is for, what it answers, and how it refuses", () => {
  for (const { path, verb, operation } of operations()) {
    expect(operation.summary, `${verb} ${path}`).toMatch(/^[A-Z]/);
    expect(operation.tags, `${verb} ${path}`).toHaveLength(1);
    expect(Object.keys(operation.responses), `${verb} ${path}`).toEqual(expect.arrayContaining(["400", "401", "403"]));
    expect(Object.keys(operation.responses).some((status) => status.startsWith("2"))).toBe(true);
  }
});

it("refers to nothing that it does not define", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer]) => pointer!);
  expect(references.length).toBeGreaterThan(50);
  for (const pointer of new Set(references)) {
    const found = pointer
      .split("/")
      .reduce((node, key) => node?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
    expect(found, pointer).toBeTypeOf("object");
  }
});

it("names parameters of a path exactly where the path has them", () => {
  for (const { path, verb, operation } of operations()) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const { parameters = [] } = operation as { parameters?: { in: string; name: string; required?: boolean }[] };
    const given = parameters.filter(({ in: where }) => where === "path");
    expect(
      given.map(({ name }) => name),
      `${verb} ${path}`,
    ).toEqual(inPath);
    expect(given.every(({ required }) => required)).toBe(true);
  }
});
