import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { calibrationQuestionSets, incidentFacts } from "../contract/facts.ts";
import { calibrationQuestions } from "../frameworks/calibration-questions.ts";
import { amountsFor } from "../frameworks/incident-amounts.ts";
import { incidentsKnownOn } from "../frameworks/public-incidents.ts";
import { json, refusals } from "./answer.ts";
import type { RequestVariables } from "./services.ts";

const inCurrency = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "write a three-letter currency code such as EUR")
    .optional()
    .meta({ description: "Only amounts in this currency: facts have no rates to convert by" }),
});

/** Facts that are the same for everybody: questions to practise on, and what public cases came to. */
export function addFactRoutes(app: OpenAPIHono<RequestVariables>): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/facts/calibration-questions",
      summary: "Questions to practise 90 % intervals on, with their answers and sources",
      tags: ["Facts"],
      responses: { 200: json(calibrationQuestionSets, "Two sets of twenty"), ...refusals },
    }),
    (c) => c.json({ first: [...calibrationQuestions.first], second: [...calibrationQuestions.second] }, 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/facts/incidents",
      summary: "Final amounts of public cases: anchors for how much, never for how often",
      tags: ["Facts"],
      request: { query: inCurrency },
      responses: {
        200: json(incidentFacts, "Amounts that are final, smallest first, and what was left out"),
        ...refusals,
      },
    }),
    (c) => {
      const { amounts, leftOut } = amountsFor(c.req.valid("query"));
      const answer = {
        knownOn: incidentsKnownOn,
        amounts: amounts.map(({ id, date, actor, what, kind, harm, amount, caveat, sources }) => ({
          id,
          date,
          actor,
          what,
          kind,
          harm,
          amount,
          ...(caveat !== undefined && { caveat }),
          sources: [...sources],
        })),
        leftOut: leftOut.map(({ reason, count }) => ({ reason, count })),
      };
      return c.json(answer, 200);
    },
  );
}
