import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  quantification,
  registerPage as registerPageShape,
  riskDetail,
  systemDetail,
  workspace as workspaceShape,
} from "../contract/detail.ts";
import {
  change,
  heatMap as heatMapShape,
  measures,
  overview as overviewShape,
  timelineDay,
} from "../contract/heat-map.ts";
import { limitStatuses } from "../contract/record.ts";
import { scenarioModel as scenarioModelShape } from "../contract/scenario-model.ts";
import { states } from "../contract/states.ts";
import { heatMap } from "../register/figures/heat-map.ts";
import { quantificationOf } from "../register/figures/quantification-of.ts";
import { readChanges } from "../register/figures/read-changes.ts";
import { readOverview } from "../register/figures/read-overview.ts";
import { readRiskDetail } from "../register/figures/read-risk-detail.ts";
import { readScope } from "../register/figures/read-scope.ts";
import { readSystemDetail } from "../register/figures/read-system-detail.ts";
import { readTimeline } from "../register/figures/read-timeline.ts";
import { registerPage, registerQuery } from "../register/figures/register-page.ts";
import { scenarioModel } from "../register/figures/scenario-model.ts";
import { workspace } from "../register/figures/workspace.ts";
import { json, refusals } from "./answer.ts";
import { asOfParameter, calendarDay, figuresAsOf } from "./as-of.ts";
import { figuresTag, isUnchanged, notModified } from "./figures-tag.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

const asOf = z.object({ asOf: asOfParameter });
const idPath = z.object({ id: z.string().meta({ description: "Id of the record", example: "credit-scoring" }) });

const scoped = z.object({
  asOf: asOfParameter,
  scope: z.string().default("portfolio").meta({ description: "portfolio, system:ID, category:ID or risk:ID" }),
});

const heatMapParameters = z.object({
  asOf: asOfParameter,
  by: z.enum(states).default("residual"),
  measure: z.enum(measures).default("score"),
  system: z.string().optional(),
  category: z.string().optional(),
  owner: z.string().optional(),
  businessUnit: z.string().optional(),
  status: z.enum(limitStatuses).optional(),
  dependency: z.string().optional(),
});

/** Everything computed: maps, numbers, curves and reasons. */
export function addFigureRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/workspace",
      summary: "What a page needs before it draws anything",
      tags: ["Figures"],
      responses: { 200: json(workspaceShape.meta({ id: "Workspace" }), "The workspace"), ...refusals },
    }),
    async (c) => {
      const figures = await services.live.current(contextOf(services, c.get("actor")));
      return c.json(workspace(figures, { example: services.example, version: services.version }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/overview",
      summary: "The four numbers a board reads first, with their change since a day",
      tags: ["Figures"],
      request: { query: z.object({ asOf: asOfParameter, since: calendarDay.optional() }) },
      responses: { 200: json(overviewShape.meta({ id: "Overview" }), "The four numbers"), ...refusals },
    }),
    async (c) => {
      const { asOf, since } = c.req.valid("query");
      const ctx = contextOf(services, c.get("actor"));
      const { live, losses } = services;
      const shown = await figuresAsOf(ctx, live, asOf);
      if (isUnchanged(c, figuresTag(services, shown))) return notModified(c);
      return c.json(await readOverview(ctx, { ...shown, live, losses }, { since }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/heat-map",
      summary: "Both maps: likelihood × impact, and system × category",
      tags: ["Figures"],
      request: { query: heatMapParameters },
      responses: { 200: json(heatMapShape.meta({ id: "HeatMap" }), "The maps"), ...refusals },
    }),
    async (c) => {
      const { asOf, ...query } = c.req.valid("query");
      const { figures, ...when } = await figuresAsOf(contextOf(services, c.get("actor")), services.live, asOf);
      if (isUnchanged(c, figuresTag(services, { figures }))) return notModified(c);
      return c.json(await heatMap(figures, query, { ...when, losses: services.losses }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/changes",
      summary: "What changed, newest first, and what each change did to scores",
      tags: ["Figures"],
      request: { query: z.object({ asOf: asOfParameter, limit: z.coerce.number().int().min(1).max(200).default(20) }) },
      responses: { 200: json(z.array(change.meta({ id: "Change" })), "The changes"), ...refusals },
    }),
    async (c) => {
      const { asOf, limit } = c.req.valid("query");
      const ctx = contextOf(services, c.get("actor"));
      const { figures } = await figuresAsOf(ctx, services.live, asOf);
      return c.json(await readChanges(ctx, figures, { limit }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/timeline",
      summary: "Recorded events by day, for the scrubber",
      tags: ["Figures"],
      responses: {
        200: json(z.array(timelineDay.meta({ id: "TimelineDay" })), "Days with events, oldest first"),
        ...refusals,
      },
    }),
    async (c) => {
      const ctx = contextOf(services, c.get("actor"));
      return c.json(await readTimeline(ctx, await services.live.current(ctx)), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/risks",
      summary: "The register: risks with their figures, filtered, searched and sorted",
      tags: ["Risks"],
      request: { query: registerQuery.extend({ asOf: asOfParameter }) },
      responses: { 200: json(registerPageShape.meta({ id: "RegisterPage" }), "A page of risks"), ...refusals },
    }),
    async (c) => {
      const { asOf, ...query } = c.req.valid("query");
      const { figures, ...when } = await figuresAsOf(contextOf(services, c.get("actor")), services.live, asOf);
      if (isUnchanged(c, figuresTag(services, { figures }))) return notModified(c);
      return c.json(registerPage(figures, query, when), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/risks/{id}",
      summary: "One risk with the reasons of its figures",
      tags: ["Risks"],
      request: { params: idPath, query: asOf },
      responses: { 200: json(riskDetail.meta({ id: "RiskDetail" }), "The risk; ETag is its version"), ...refusals },
    }),
    async (c) => {
      const ctx = contextOf(services, c.get("actor"));
      const shown = await figuresAsOf(ctx, services.live, c.req.valid("query").asOf);
      const detail = await readRiskDetail(ctx, { ...shown, losses: services.losses }, c.req.valid("param").id);
      c.header("etag", `"${detail.figures.version}"`);
      return c.json(detail, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/systems/{id}",
      summary: "One system with its risks, its annual loss and its own limits",
      tags: ["Systems"],
      request: { params: idPath, query: asOf },
      responses: {
        200: json(systemDetail.meta({ id: "SystemDetail" }), "The system; ETag is its version"),
        ...refusals,
      },
    }),
    async (c) => {
      const ctx = contextOf(services, c.get("actor"));
      const shown = await figuresAsOf(ctx, services.live, c.req.valid("query").asOf);
      const detail = await readSystemDetail(ctx, { ...shown, losses: services.losses }, c.req.valid("param").id);
      c.header("etag", `"${detail.version}"`);
      return c.json(detail, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/quantification",
      summary: "The annual loss of the portfolio, a system, a category or a risk, against its limits",
      tags: ["Figures"],
      request: { query: scoped },
      responses: { 200: json(quantification.meta({ id: "Quantification" }), "The annual loss"), ...refusals },
    }),
    async (c) => {
      const { asOf, scope } = c.req.valid("query");
      const ctx = contextOf(services, c.get("actor"));
      const { figures, ...when } = await figuresAsOf(ctx, services.live, asOf);
      const asked = await readScope(ctx, figures, scope);
      if (isUnchanged(c, figuresTag(services, { figures }))) return notModified(c);
      return c.json(await quantificationOf(figures, asked, { ...when, losses: services.losses }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/scenarios",
      summary: "The scenarios of a scope as the loss engine reads them, with controls, costs and limits, for what-ifs",
      tags: ["Figures"],
      request: { query: scoped },
      responses: { 200: json(scenarioModelShape.meta({ id: "ScenarioModel" }), "The scenarios"), ...refusals },
    }),
    async (c) => {
      const { asOf, scope } = c.req.valid("query");
      const ctx = contextOf(services, c.get("actor"));
      const { figures, ...when } = await figuresAsOf(ctx, services.live, asOf);
      const asked = await readScope(ctx, figures, scope);
      if (isUnchanged(c, figuresTag(services, { figures }))) return notModified(c);
      return c.json(scenarioModel(figures, asked, when), 200);
    },
  );
}
