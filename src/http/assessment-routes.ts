import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { stored } from "../contract/detail.ts";
import { assessment, risk } from "../contract/record.ts";
import { listAssessments } from "../register/assessment/list-assessments.ts";
import { assessmentInput, recordAssessment } from "../register/assessment/record-assessment.ts";
import { json, refusals } from "./answer.ts";
import { jsonBody } from "./json-body.ts";
import { requiredVersion } from "./required-version.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

const judgement = assessmentInput.omit({ risk: true }).meta({ id: "AssessmentInput" });
const assessmentShape = assessment.meta({ id: "Assessment" });
const idPath = z.object({ id: z.string().meta({ description: "Id of the risk", example: "credit-biased-declines" }) });

/** Dated judgements of a risk: recording one rates the risk in the same breath. */
export function addAssessmentRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/risks/{id}/assessments",
      summary: "Every judgement of a risk, newest first",
      tags: ["Risks"],
      request: { params: idPath },
      responses: { 200: json(z.array(stored(assessmentShape)), "The assessments"), ...refusals },
    }),
    async (c) =>
      c.json(await listAssessments(contextOf(services, c.get("actor")), { risk: c.req.valid("param").id }), 200),
  );

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/v1/risks/{id}/assessments",
    summary: "Judge a risk",
    tags: ["Risks"],
    request: {
      params: idPath,
      headers: z.object({ "if-match": z.string().optional() }),
      body: { required: true, content: { "application/json": { schema: judgement } } },
    },
    responses: {
      201: json(
        z.object({ assessment: stored(assessmentShape), risk: stored(risk) }),
        "Recorded; the risk as it is now",
      ),
      ...refusals,
    },
  });
  app.post("/v1/risks/:id/assessments", async (c) => {
    const ifVersion = requiredVersion(c, "risk");
    const body = await jsonBody(c);
    const recorded = await recordAssessment(contextOf(services, c.get("actor")), {
      ifVersion,
      assessment: typeof body === "object" && body !== null ? { ...body, risk: c.req.param("id") } : body,
    });
    c.header("etag", `"${recorded.risk.version}"`);
    return c.json(recorded, 201);
  });
}
