import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type StoredStudy, storedStudy, study, studyPage, studyRetirement } from "../contract/study.ts";
import { studyReport } from "../contract/study-report.ts";
import { RANDOM_INDEX_TABLES } from "../engine/scoring/ahp/random-index.ts";
import { changeStudy } from "../register/study/change-study.ts";
import { createStudy } from "../register/study/create-study.ts";
import { findStudy } from "../register/study/find-study.ts";
import { listStudies } from "../register/study/list-studies.ts";
import { changedStudy, readStudy } from "../register/study/read-study.ts";
import { restoreStudy, retireStudy } from "../register/study/retire-study.ts";
import { StudyThreads } from "../work/study/study-threads.ts";
import { json, refusals } from "./answer.ts";
import { asOfParameter, figuresAsOf } from "./as-of.ts";
import { describedShape } from "./described-shape.ts";
import { isUnchanged, notModified } from "./figures-tag.ts";
import { jsonBody } from "./json-body.ts";
import { requiredVersion } from "./required-version.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

const idPath = z.object({ id: z.string().meta({ description: "Id of the study", example: "assistant-fmea" }) });
const asOf = z.object({ asOf: asOfParameter });
const kinds = ["ahp", "weigh", "fmea", "factors"] as const;

/** Structured scoring that is kept: pairwise comparisons, weighted scenarios, failure modes, factors. */
export function addStudyRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  const threads = new StudyThreads();
  const shape = describedShape(app, "Study", study, "input");
  const one = describedShape(app, "StoredStudy", storedStudy, "output");
  const report = describedShape(app, "StudyReport", studyReport, "output");
  const body = { required: true, content: { "application/json": { schema: shape } } };
  const kept = (description: string) => ({ description, content: { "application/json": { schema: one } } });

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/studies",
      summary: "Kept studies, by id",
      tags: ["Studies"],
      request: {
        query: asOf.extend({
          kind: z.enum(kinds).optional(),
          system: z.string().optional(),
          cursor: z.string().max(200).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
          retired: z.enum(["left-out", "included"]).default("left-out"),
        }),
      },
      responses: { 200: json(studyPage.meta({ id: "StudyPage" }), "A page of studies"), ...refusals },
    }),
    async (c) => {
      const { asOf, ...query } = c.req.valid("query");
      const ctx = contextOf(services, c.get("actor"));
      const { figures } = await figuresAsOf(ctx, services.live, asOf);
      return c.json(await listStudies(ctx, figures, query), 200);
    },
  );

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/v1/studies",
    summary: "Keep a study",
    tags: ["Studies"],
    request: { body },
    responses: { 201: kept("Kept; Location names it"), ...refusals },
  });
  app.post("/v1/studies", async (c) => {
    const ctx = contextOf(services, c.get("actor"));
    const created = await changedStudy(ctx, await createStudy(ctx, await jsonBody(c)));
    c.header("location", `/v1/studies/${created.record.id}`);
    c.header("etag", `"${created.version}"`);
    return c.json(created, 201);
  });

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/studies/{id}",
      summary: "A kept study with its document",
      tags: ["Studies"],
      request: { params: idPath, query: asOf },
      responses: { 200: kept("The study; ETag is its version"), ...refusals },
    }),
    async (c) => {
      const ctx = contextOf(services, c.get("actor"));
      const { figures } = await figuresAsOf(ctx, services.live, c.req.valid("query").asOf);
      const found = await readStudy(ctx, figures, c.req.valid("param").id);
      if (isUnchanged(c, `"${found.version}"`)) return notModified(c);
      return c.json(found, 200) as never;
    },
  );

  app.openAPIRegistry.registerPath({
    method: "put",
    path: "/v1/studies/{id}",
    summary: "Replace a study",
    tags: ["Studies"],
    request: {
      params: idPath,
      headers: z.object({ "if-match": z.string().meta({ description: 'The version that was read, in quotes: "3"' }) }),
      body,
    },
    responses: { 200: kept("As it is now"), ...refusals },
  });
  app.put("/v1/studies/:id", async (c) => {
    const ifVersion = requiredVersion(c, "study");
    const input = { id: c.req.param("id"), ifVersion, study: await jsonBody(c) };
    const ctx = contextOf(services, c.get("actor"));
    return answerChanged(c, await changedStudy(ctx, await changeStudy(ctx, input)));
  });

  app.openAPIRegistry.registerPath({
    method: "delete",
    path: "/v1/studies/{id}",
    summary: "Take a study out of use; it is kept, with the reason",
    tags: ["Studies"],
    request: {
      params: idPath,
      body: {
        required: false,
        content: { "application/json": { schema: studyRetirement.meta({ id: "StudyRetirement" }) } },
      },
    },
    responses: { 200: kept("As it is now"), ...refusals },
  });
  app.delete("/v1/studies/:id", async (c) => {
    const ctx = contextOf(services, c.get("actor"));
    const retirement = (await c.req.text()).trim() === "" ? {} : await jsonBody(c);
    return answerChanged(c, await changedStudy(ctx, await retireStudy(ctx, c.req.param("id"), retirement)));
  });

  app.openapi(
    createRoute({
      method: "post",
      path: "/v1/studies/{id}/restore",
      summary: "Take a retired study into use again",
      tags: ["Studies"],
      request: { params: idPath },
      responses: { 200: kept("As it is now"), ...refusals },
    }),
    async (c) => {
      const ctx = contextOf(services, c.get("actor"));
      return answerChanged(c, await changedStudy(ctx, await restoreStudy(ctx, c.req.valid("param").id))) as never;
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/studies/{id}/report",
      summary:
        "What a study comes to, as the command of its kind computes it; null with a reason while it lacks something",
      tags: ["Studies"],
      request: {
        params: idPath,
        query: asOf.extend({
          seed: z.coerce
            .number()
            .int()
            .min(0)
            .max(Number.MAX_SAFE_INTEGER)
            .default(1)
            .meta({ description: "Seed of what is simulated" }),
          randomIndex: z
            .enum(RANDOM_INDEX_TABLES)
            .default("alonso-lamata")
            .meta({ description: "Of pairwise comparisons: what a consistency ratio divides by" }),
          weights: z
            .string()
            .max(200)
            .optional()
            .meta({ description: "Of weighted scenarios: version of the weights; the last unless given" }),
        }),
      },
      responses: {
        200: { description: "The report", content: { "application/json": { schema: report } } },
        ...refusals,
      },
    }),
    async (c) => {
      const { asOf, ...options } = c.req.valid("query");
      const ctx = contextOf(services, c.get("actor"));
      const { figures } = await figuresAsOf(ctx, services.live, asOf);
      const { record, version } = findStudy(figures, c.req.valid("param").id);
      if (isUnchanged(c, `"${services.startedAs}-${version}"`)) return notModified(c);
      const text = await threads.report({ study: record, options }, c.req.raw.signal);
      return c.body(text, 200, { "content-type": "application/json" }) as never;
    },
  );
}

function answerChanged(c: Context, changed: StoredStudy): Response {
  c.header("etag", `"${changed.version}"`);
  return c.json(changed, 200);
}
