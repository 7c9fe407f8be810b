import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { page, stored } from "../contract/detail.ts";
import { slug } from "../contract/primitive.ts";
import { control, dependency, limit, person, risk, system } from "../contract/record.ts";
import { changeRecord } from "../register/record/change-record.ts";
import { createRecord } from "../register/record/create-record.ts";
import { listRecords } from "../register/record/list-records.ts";
import { readRecord } from "../register/record/read-record.ts";
import type { ListedKind } from "../register/record/record-kind.ts";
import { renameRecord } from "../register/record/rename-record.ts";
import { restoreRecord } from "../register/record/restore-record.ts";
import { retireRecord } from "../register/record/retire-record.ts";
import { json, refusals } from "./answer.ts";
import { jsonBody } from "./json-body.ts";
import { requiredVersion } from "./required-version.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

const idPath = z.object({ id: z.string().meta({ description: "Id of the record", example: "credit-scoring" }) });
const ifMatch = z.object({
  "if-match": z.string().optional().meta({ description: 'The version that was read, in quotes: "3"' }),
});
const patch = z
  .record(z.string(), z.unknown())
  .meta({ description: "JSON merge patch (RFC 7396): null removes a field" });

interface Resource {
  readonly kind: ListedKind;
  readonly path: string;
  readonly tag: string;
  readonly name: string;
  readonly schema: z.ZodType;
  /** Kinds whose pages have routes of their own, with figures. */
  readonly reads: "plain" | "own" | "own-detail";
}

const resources: readonly Resource[] = [
  {
    kind: "system",
    path: "/v1/systems",
    tag: "Systems",
    name: "system",
    schema: system.meta({ id: "System" }),
    reads: "own-detail",
  },
  {
    kind: "dependency",
    path: "/v1/dependencies",
    tag: "Dependencies",
    name: "dependency",
    schema: dependency.meta({ id: "Dependency" }),
    reads: "plain",
  },
  {
    kind: "control",
    path: "/v1/controls",
    tag: "Controls",
    name: "control",
    schema: control.meta({ id: "Control" }),
    reads: "plain",
  },
  {
    kind: "limit",
    path: "/v1/limits",
    tag: "Limits",
    name: "limit",
    schema: limit.meta({ id: "Limit" }),
    reads: "plain",
  },
  {
    kind: "person",
    path: "/v1/people",
    tag: "People",
    name: "person",
    schema: person.meta({ id: "Person" }),
    reads: "plain",
  },
  { kind: "risk", path: "/v1/risks", tag: "Risks", name: "risk", schema: risk.meta({ id: "Risk" }), reads: "own" },
];

/** Records as they are kept: list, read, create, change, retire, restore; each kind by the same verbs. */
export function addRecordRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  for (const resource of resources) {
    const { kind, path, tag, name, schema } = resource;
    const one = stored(schema);

    if (resource.reads !== "own")
      app.openapi(
        createRoute({
          method: "get",
          path,
          summary: `List: ${name}`,
          tags: [tag],
          request: {
            query: z.object({
              cursor: z.string().max(200).optional(),
              limit: z.coerce.number().int().min(1).max(500).default(100),
              retired: z.enum(["left-out", "included"]).default("left-out"),
            }),
          },
          responses: { 200: json(page(one), "A page, by id"), ...refusals },
        }),
        async (c) => {
          const { cursor, ...query } = c.req.valid("query");
          const listed = await listRecords(contextOf(services, c.get("actor")), kind, {
            ...query,
            ...(cursor === undefined ? {} : { after: cursor }),
          });
          return c.json(listed, 200);
        },
      );

    if (resource.reads === "plain")
      app.openapi(
        createRoute({
          method: "get",
          path: `${path}/{id}`,
          summary: `Read: ${name}`,
          tags: [tag],
          request: { params: idPath },
          responses: { 200: json(one, "The record; ETag is its version"), ...refusals },
        }),
        async (c) => {
          const record = await readRecord(contextOf(services, c.get("actor")), kind, c.req.valid("param").id);
          const etag = `"${record.version}"`;
          c.header("etag", etag);
          if (c.req.header("if-none-match") === etag) return c.body(null, 304) as never;
          return c.json(record, 200);
        },
      );

    app.openAPIRegistry.registerPath({
      method: "post",
      path,
      summary: `Create: ${name}`,
      tags: [tag],
      request: { body: { required: true, content: { "application/json": { schema } } } },
      responses: { 201: json(one, "Created; Location names it"), ...refusals },
    });
    app.post(path, async (c) => {
      const record = await createRecord(contextOf(services, c.get("actor")), kind, await jsonBody(c));
      const { id } = record.record as { id: string };
      c.header("location", `${path}/${id}`);
      c.header("etag", `"${record.version}"`);
      return c.json(record, 201);
    });

    app.openAPIRegistry.registerPath({
      method: "put",
      path: `${path}/{id}`,
      summary: `Replace: ${name}`,
      tags: [tag],
      request: {
        params: idPath,
        headers: ifMatch,
        body: { required: true, content: { "application/json": { schema } } },
      },
      responses: { 200: json(one, "As it is now"), ...refusals },
    });
    app.put(`${path}/:id`, async (c) => {
      const ifVersion = requiredVersion(c, kind);
      const input = { id: c.req.param("id"), ifVersion, record: await jsonBody(c) };
      const record = await changeRecord(contextOf(services, c.get("actor")), kind, input);
      c.header("etag", `"${record.version}"`);
      return c.json(record, 200);
    });

    app.openapi(
      createRoute({
        method: "patch",
        path: `${path}/{id}`,
        summary: `Change: ${name}`,
        tags: [tag],
        request: {
          params: idPath,
          headers: ifMatch,
          body: { required: true, content: { "application/json": { schema: patch } } },
        },
        responses: { 200: json(one, "As it is now"), ...refusals },
      }),
      async (c) => {
        const ifVersion = requiredVersion(c, kind);
        const { id } = c.req.valid("param");
        const record = await changeRecord(contextOf(services, c.get("actor")), kind, {
          id,
          ifVersion,
          patch: c.req.valid("json"),
        });
        c.header("etag", `"${record.version}"`);
        return c.json(record, 200);
      },
    );

    for (const [verb, work] of [["retire", retireRecord] as const, ["restore", restoreRecord] as const])
      app.openapi(
        createRoute({
          method: "post",
          path: `${path}/{id}/${verb}`,
          summary: verb === "retire" ? `Take out of use and keep: ${name}` : `Take into use again: ${name}`,
          tags: [tag],
          request: { params: idPath, headers: ifMatch },
          responses: { 200: json(one, "As it is now"), ...refusals },
        }),
        async (c) => {
          const ifVersion = requiredVersion(c, kind);
          const record = await work(contextOf(services, c.get("actor")), kind, {
            id: c.req.valid("param").id,
            ifVersion,
          });
          c.header("etag", `"${record.version}"`);
          return c.json(record, 200);
        },
      );

    app.openapi(
      createRoute({
        method: "post",
        path: `${path}/{id}/rename`,
        summary: `Give another id, and keep the history: ${name}`,
        tags: [tag],
        request: {
          params: idPath,
          headers: ifMatch,
          body: { required: true, content: { "application/json": { schema: z.strictObject({ to: slug }) } } },
        },
        responses: { 200: json(one, "As it is now; the former id leads to it"), ...refusals },
      }),
      async (c) => {
        const ifVersion = requiredVersion(c, kind);
        const input = { id: c.req.valid("param").id, to: c.req.valid("json").to, ifVersion };
        const record = await renameRecord(contextOf(services, c.get("actor")), kind, input);
        c.header("etag", `"${record.version}"`);
        c.header("location", `${path}/${input.to}`);
        return c.json(record, 200);
      },
    );
  }
}
