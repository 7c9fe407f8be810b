import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { newVote, newWorkshop, workshopClosing, workshopDetail, workshopPage } from "../contract/workshop.ts";
import { closeWorkshop } from "../register/workshop/close-workshop.ts";
import { dropWorkshop } from "../register/workshop/drop-workshop.ts";
import { giveVote } from "../register/workshop/give-vote.ts";
import { listWorkshops } from "../register/workshop/list-workshops.ts";
import { openWorkshop } from "../register/workshop/open-workshop.ts";
import { pastWorkshop } from "../register/workshop/past-workshop.ts";
import { readWorkshop } from "../register/workshop/read-workshop.ts";
import { revealWorkshop } from "../register/workshop/reveal-workshop.ts";
import { json, refusals } from "./answer.ts";
import { asOfParameter, figuresAsOf } from "./as-of.ts";
import { jsonBody } from "./json-body.ts";
import { requiredVersion } from "./required-version.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

const idPath = z.object({ id: z.string().meta({ description: "Id of the workshop", example: "spring-review" }) });
const detail = json(workshopDetail.meta({ id: "WorkshopDetail" }), "The workshop, as whoever asks may see it");
const bodyOf = (schema: z.ZodType) => ({ required: true, content: { "application/json": { schema } } });

/** Several people rate the same risks blind, see the spread, and close with one rating each. */
export function addWorkshopRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/workshops",
      summary: "Workshops without their votes, the one opened last first",
      tags: ["Workshops"],
      request: {
        query: z.object({
          asOf: asOfParameter,
          state: z.enum(["open", "revealed", "closed"]).optional(),
          risk: z.string().optional(),
          cursor: z.string().max(200).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
          dropped: z.enum(["left-out", "included"]).default("left-out"),
        }),
      },
      responses: { 200: json(workshopPage.meta({ id: "WorkshopPage" }), "A page of workshops"), ...refusals },
    }),
    async (c) => {
      const { asOf, ...query } = c.req.valid("query");
      const ctx = contextOf(services, c.get("actor"));
      const { figures } = await figuresAsOf(ctx, services.live, asOf);
      return c.json(await listWorkshops(ctx, figures, query), 200);
    },
  );

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/v1/workshops",
    summary: "Open a workshop; whoever opens it facilitates it unless another is named",
    tags: ["Workshops"],
    request: { body: bodyOf(newWorkshop.meta({ id: "NewWorkshop" })) },
    responses: { 201: detail, ...refusals },
  });
  app.post("/v1/workshops", async (c) => {
    const ctx = contextOf(services, c.get("actor"));
    const { record } = await openWorkshop(ctx, await jsonBody(c));
    c.header("location", `/v1/workshops/${record.id}`);
    return c.json(await readWorkshop(ctx, record.id), 201);
  });

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/workshops/{id}",
      summary: "A workshop: while it is open with one's own votes, then with all, their spread and their agreement",
      tags: ["Workshops"],
      request: { params: idPath, query: z.object({ asOf: asOfParameter }) },
      responses: { 200: detail, ...refusals },
    }),
    async (c) => {
      const ctx = contextOf(services, c.get("actor"));
      const { id } = c.req.valid("param");
      const { figures, asOf } = await figuresAsOf(ctx, services.live, c.req.valid("query").asOf);
      return c.json(asOf === null ? await readWorkshop(ctx, id) : pastWorkshop(ctx, figures, id), 200);
    },
  );

  app.openAPIRegistry.registerPath({
    method: "put",
    path: "/v1/workshops/{id}/votes/{risk}",
    summary: "One's own vote on a risk: blind while it is open; once votes are revealed another one, with the reason",
    tags: ["Workshops"],
    request: {
      params: idPath.extend({ risk: z.string().meta({ description: "Id of the risk" }) }),
      body: bodyOf(newVote.meta({ id: "NewVote" })),
    },
    responses: { 200: detail, ...refusals },
  });
  app.put("/v1/workshops/:id/votes/:risk", async (c) => {
    const ctx = contextOf(services, c.get("actor"));
    const { id, risk } = c.req.param();
    await giveVote(ctx, { workshop: id, risk, vote: await jsonBody(c) });
    return c.json(await readWorkshop(ctx, id), 200);
  });

  app.openapi(
    createRoute({
      method: "post",
      path: "/v1/workshops/{id}/reveal",
      summary: "End the blind voting, and show all votes to all",
      tags: ["Workshops"],
      request: { params: idPath },
      responses: { 200: detail, ...refusals },
    }),
    async (c) => {
      const ctx = contextOf(services, c.get("actor"));
      const { record } = await revealWorkshop(ctx, c.req.valid("param").id);
      return c.json(await readWorkshop(ctx, record.id), 200);
    },
  );

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/v1/workshops/{id}/close",
    summary: "Close with one rating for each risk, which becomes an assessment of its inherent rating",
    tags: ["Workshops"],
    request: {
      params: idPath,
      headers: z.object({
        "if-match": z.string().optional().meta({ description: 'Refuse unless it has this version: "3"' }),
      }),
      body: bodyOf(workshopClosing.meta({ id: "WorkshopClosing" })),
    },
    responses: { 200: detail, ...refusals },
  });
  app.post("/v1/workshops/:id/close", async (c) => {
    const ctx = contextOf(services, c.get("actor"));
    const ifVersion = c.req.header("if-match") === undefined ? undefined : requiredVersion(c, "workshop");
    const { record } = await closeWorkshop(ctx, { id: c.req.param("id"), ifVersion, closing: await jsonBody(c) });
    return c.json(await readWorkshop(ctx, record.id), 200);
  });

  app.openapi(
    createRoute({
      method: "delete",
      path: "/v1/workshops/{id}",
      summary: "End a workshop that is not closed without an outcome; it is kept, blind votes are destroyed unseen",
      tags: ["Workshops"],
      request: { params: idPath },
      responses: { 200: detail, ...refusals },
    }),
    async (c) => {
      const ctx = contextOf(services, c.get("actor"));
      const { record } = await dropWorkshop(ctx, c.req.valid("param").id);
      return c.json(await readWorkshop(ctx, record.id), 200);
    },
  );
}
