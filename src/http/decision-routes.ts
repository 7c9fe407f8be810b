import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { receivedDecisions } from "../contract/kept-audit.ts";
import { line } from "../contract/primitive.ts";
import { requireRole } from "../register/require-role.ts";
import { json, refusals } from "./answer.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

const shape = receivedDecisions.meta({ id: "ReceivedDecisions" });
const idPath = z.object({ id: z.string().meta({ description: "Id of received decisions" }) });
const named = z.object({ name: line.meta({ description: "Name of the file; its ending tells the format" }) });

/** Files of decisions, sent to be audited and forgotten after an hour. */
export function addDecisionRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  app.openapi(
    createRoute({
      method: "post",
      path: "/v1/decisions",
      summary: "Send a file of decisions: CSV, Parquet, NDJSON or a JSON list, up to 8 GB",
      tags: ["Audits"],
      request: { query: named },
      responses: { 201: json(shape, "Its columns, and what part each seems to play"), ...refusals },
    }),
    async (c) => {
      const { actor, now } = contextOf(services, c.get("actor"));
      requireRole({ actor }, "viewer");
      const { name } = c.req.valid("query");
      const { body, signal } = c.req.raw;
      const received = await services.decisions.receive(body, { name, sender: actor, now, signal });
      c.header("location", `/v1/decisions/${received.id}`);
      return c.json(received, 201);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/decisions/{id}",
      summary: "A file that was sent, as its sender sees it",
      tags: ["Audits"],
      request: { params: idPath },
      responses: { 200: json(shape, "Its columns, and what part each seems to play"), ...refusals },
    }),
    (c) => c.json(services.decisions.read(c.req.valid("param").id, c.get("actor")), 200),
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/v1/decisions/{id}",
      summary: "Forget a file at once",
      tags: ["Audits"],
      request: { params: idPath },
      responses: { 204: { description: "Forgotten" }, ...refusals },
    }),
    async (c) => {
      await services.decisions.forget(c.req.valid("param").id, c.get("actor"));
      return c.body(null, 204);
    },
  );
}
