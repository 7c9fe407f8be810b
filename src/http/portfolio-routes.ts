import { createHash } from "node:crypto";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { Failure } from "../contract/failure.ts";
import { applied, plan } from "../contract/plan.ts";
import { text } from "../contract/primitive.ts";
import { readPortfolioOrFail } from "../portfolio/read-portfolio.ts";
import { writePortfolio } from "../portfolio/write-portfolio.ts";
import { applyPortfolio } from "../register/portfolio/apply-portfolio.ts";
import { exportPortfolio } from "../register/portfolio/export-portfolio.ts";
import { type PortfolioInput, planPortfolio } from "../register/portfolio/plan-portfolio.ts";
import { json, refusals } from "./answer.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

const yamlBody = { required: true, content: { "application/yaml": { schema: z.string() } } };
const retire = z.object({
  retire: z.enum(["true", "false"]).default("false").meta({ description: "Retire what the file lacks" }),
});
const applyQuery = retire.extend({
  note: text.optional().meta({ description: "Why, kept with the change and shown beside it" }),
});
const plannedHeader = z.object({
  "plimsoll-plan": z
    .string()
    .regex(/^[0-9a-f]{64}:\d{1,15}$/, "must be fileHash:revision of the plan")
    .optional()
    .meta({
      description: "fileHash:revision of the plan that was shown; refused if a record it touches changed since",
    }),
});

/** The portfolio file: what applying it would do, doing it, and writing the register back as a file. */
export function addPortfolioRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  app.openapi(
    createRoute({
      method: "post",
      path: "/v1/portfolio/plan",
      summary: "What applying a portfolio file would do",
      tags: ["Portfolio"],
      request: { query: retire, body: yamlBody },
      responses: { 200: json(plan.meta({ id: "Plan" }), "The plan"), ...refusals },
    }),
    async (c) =>
      c.json(
        await planPortfolio(contextOf(services, c.get("actor")), await fileOf(c, c.req.valid("query").retire)),
        200,
      ),
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/v1/portfolio/apply",
      summary: "Make the register say what a portfolio file says",
      tags: ["Portfolio"],
      request: { query: applyQuery, headers: plannedHeader, body: yamlBody },
      responses: { 200: json(applied.meta({ id: "Applied" }), "What was done"), ...refusals },
    }),
    async (c) => {
      const { retire: retireMissing, note } = c.req.valid("query");
      const input = await fileOf(c, retireMissing);
      const [fileHash, revision] = (c.req.valid("header")["plimsoll-plan"] ?? "").split(":");
      const planned =
        fileHash !== undefined && revision !== undefined ? { planned: { fileHash, revision: Number(revision) } } : {};
      return c.json(await applyPortfolio(contextOf(services, c.get("actor")), { ...input, ...planned, note }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/portfolio/export",
      summary: "The register as a portfolio file",
      tags: ["Portfolio"],
      responses: {
        200: { description: "The file", content: { "application/yaml": { schema: z.string() } } },
        ...refusals,
      },
    }),
    async (c) => {
      const portfolio = await exportPortfolio(contextOf(services, c.get("actor")));
      return c.body(writePortfolio(portfolio), 200, { "content-type": "application/yaml; charset=utf-8" }) as never;
    },
  );
}

async function fileOf(c: Context, retireMissing: "true" | "false"): Promise<PortfolioInput> {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length === 0)
    throw new Failure("invalid-input", "body: empty", "send the portfolio file as application/yaml");
  return {
    portfolio: readPortfolioOrFail(bytes, "portfolio").portfolio,
    fileHash: createHash("sha256").update(bytes).digest("hex"),
    missing: retireMissing === "true" ? "retire" : "leave",
  };
}
