import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { settings } from "../contract/portfolio.ts";
import { settingsPlan } from "../contract/settings-plan.ts";
import { changeSettings } from "../register/change-settings.ts";
import { planSettings } from "../register/plan-settings.ts";
import { json, refusals } from "./answer.ts";
import { asOfParameter, figuresAsOf } from "./as-of.ts";
import { jsonBody } from "./json-body.ts";
import { requiredVersion } from "./required-version.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

const settingsShape = settings.meta({ id: "Settings" });
const ifMatch = z.object({
  "if-match": z.string().optional().meta({ description: 'The version that was read, in quotes: "3"' }),
});
const stored = z.object({
  record: settingsShape,
  version: z.int().meta({ description: "0 until settings were given" }),
});

/** What the whole register is measured by: organisation, currency, time zone, scale, taxonomy, rates. */
export function addSettingsRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/settings",
      summary: "Read the settings; what is left out has its default",
      tags: ["Settings"],
      request: { query: z.object({ asOf: asOfParameter }) },
      responses: { 200: json(stored, "The settings; ETag is their version"), ...refusals },
    }),
    async (c) => {
      const ctx = contextOf(services, c.get("actor"));
      const { figures } = await figuresAsOf(ctx, services.live, c.req.valid("query").asOf);
      const { record = {}, version = 0 } = figures.state.settings ?? {};
      c.header("etag", `"${version}"`);
      return c.json({ record, version }, 200);
    },
  );

  app.openAPIRegistry.registerPath({
    method: "put",
    path: "/v1/settings",
    summary: "Replace the settings; refused where a record in use would no longer fit them",
    tags: ["Settings"],
    request: { headers: ifMatch, body: { required: true, content: { "application/json": { schema: settingsShape } } } },
    responses: { 200: json(stored, "As they are now"), ...refusals },
  });
  app.put("/v1/settings", async (c) => {
    const ifVersion = requiredVersion(c, "settings");
    const input = { settings: await jsonBody(c), ifVersion };
    const { record, version } = await changeSettings(contextOf(services, c.get("actor")), input);
    c.header("etag", `"${version}"`);
    return c.json({ record, version }, 200);
  });

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/v1/settings/plan",
    summary: "What other settings would do to the register: the risks that move, and what would be refused",
    tags: ["Settings"],
    request: { body: { required: true, content: { "application/json": { schema: settingsShape } } } },
    responses: {
      200: json(settingsPlan.meta({ id: "SettingsPlan" }), "What would change; nothing is stored"),
      ...refusals,
    },
  });
  app.post("/v1/settings/plan", async (c) => {
    const ctx = contextOf(services, c.get("actor"));
    const settings = await jsonBody(c);
    const { figures, ...time } = await figuresAsOf(ctx, services.live, undefined);
    return c.json(planSettings(ctx, figures, { settings, time }), 200);
  });
}
