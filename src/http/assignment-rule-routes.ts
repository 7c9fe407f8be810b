import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  appliedRule,
  assignmentRule,
  assignmentRulePage,
  keptAssignmentRule,
  rulePreview,
} from "../contract/assignment-rule.ts";
import {
  changeAssignmentRule,
  createAssignmentRule,
  retireAssignmentRule,
} from "../register/signal/keep-assignment-rule.ts";
import { listAssignmentRules } from "../register/signal/list-assignment-rules.ts";
import { previewAssignmentRule } from "../register/signal/preview-assignment-rule.ts";
import { json, refusals } from "./answer.ts";
import { jsonBody } from "./json-body.ts";
import { requiredVersion } from "./required-version.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

const idPath = z.object({ id: z.string().meta({ description: "Id of the rule" }) });
const ifMatch = z.object({ "if-match": z.string().meta({ description: "The ETag of the version that is changed" }) });
const body = {
  required: true,
  content: { "application/json": { schema: assignmentRule.meta({ id: "AssignmentRule" }) } },
};
const applied = json(appliedRule.meta({ id: "AppliedRule" }), "The rule, and how many waiting signals it took");

/** Rules that say which system a signal is about. */
export function addAssignmentRuleRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/assignment-rules",
      summary: "Rules that assign signals to systems, in the order in which they are asked",
      tags: ["Signals"],
      responses: { 200: json(assignmentRulePage.meta({ id: "AssignmentRulePage" }), "The rules"), ...refusals },
    }),
    async (c) => c.json(await listAssignmentRules(contextOf(services, c.get("actor"))), 200),
  );

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/v1/assignment-rules",
    summary: "Make a rule and give it the signals that wait",
    tags: ["Signals"],
    request: { body },
    responses: { 201: applied, ...refusals },
  });
  app.post("/v1/assignment-rules", async (c) => {
    const made = await createAssignmentRule(contextOf(services, c.get("actor")), await jsonBody(c));
    c.header("location", `/v1/assignment-rules/${made.rule.record.id}`);
    c.header("etag", `"${made.rule.version}"`);
    return c.json(made, 201);
  });

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/v1/assignment-rules/preview",
    summary: "What a rule would take of the signals that are there, without making it",
    tags: ["Signals"],
    request: { body },
    responses: { 200: json(rulePreview.meta({ id: "RulePreview" }), "What it would take"), ...refusals },
  });
  app.post("/v1/assignment-rules/preview", async (c) =>
    c.json(await previewAssignmentRule(contextOf(services, c.get("actor")), await jsonBody(c)), 200),
  );

  app.openAPIRegistry.registerPath({
    method: "put",
    path: "/v1/assignment-rules/{id}",
    summary: "Replace a rule and give it the signals that wait",
    tags: ["Signals"],
    request: { params: idPath, headers: ifMatch, body },
    responses: { 200: applied, ...refusals },
  });
  app.put("/v1/assignment-rules/:id", async (c) => {
    const ifVersion = requiredVersion(c, "rule");
    const changed = await changeAssignmentRule(contextOf(services, c.get("actor")), {
      id: c.req.param("id"),
      rule: await jsonBody(c),
      ifVersion,
    });
    c.header("etag", `"${changed.rule.version}"`);
    return c.json(changed, 200);
  });

  app.openapi(
    createRoute({
      method: "delete",
      path: "/v1/assignment-rules/{id}",
      summary: "Take a rule out of use; what it has assigned stays assigned",
      tags: ["Signals"],
      request: { params: idPath },
      responses: {
        200: json(keptAssignmentRule.meta({ id: "KeptAssignmentRule" }), "As it is now"),
        ...refusals,
      },
    }),
    async (c) => c.json(await retireAssignmentRule(contextOf(services, c.get("actor")), c.req.valid("param").id), 200),
  );
}
