import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { addAssessmentRoutes } from "./assessment-routes.ts";
import { addAssignmentRuleRoutes } from "./assignment-rule-routes.ts";
import { addAuditRoutes } from "./audit-routes.ts";
import { addBackupRoute } from "./backup-route.ts";
import { addDecisionRoutes } from "./decision-routes.ts";
import { addEventRoutes } from "./event-routes.ts";
import { addFactRoutes } from "./fact-routes.ts";
import { addFigureRoutes } from "./figure-routes.ts";
import { guard } from "./guard.ts";
import { identifyActor } from "./identify-actor.ts";
import { pageFiles } from "./page-files.ts";
import { addPortfolioRoutes } from "./portfolio-routes.ts";
import { answerError, mistakesOf, refuse } from "./problem.ts";
import { addRecordRoutes } from "./record-routes.ts";
import {
  apiHeaders,
  isOfSignals,
  refuseUnknownRoute,
  requireKeepableText,
  requireKnownEncoding,
  requireMediaType,
} from "./request-form.ts";
import type { RequestVariables, Services } from "./services.ts";
import { addSettingsRoutes } from "./settings-routes.ts";
import { addSignalRoutes } from "./signal-routes.ts";
import { addStudyRoutes } from "./study-routes.ts";
import { addWorkshopRoutes } from "./workshop-routes.ts";

const mostBytes = 1024 * 1024;
const mostPortfolioBytes = 33 * 1024 * 1024;

/** The whole HTTP surface: the API under /v1, its description, and the pages. */
export function createApp(services: Services, { pages }: { pages: string }): OpenAPIHono<RequestVariables> {
  const app = new OpenAPIHono<RequestVariables>({
    defaultHook(result, c) {
      if (result.success) return undefined;
      const mistakes = mistakesOf(result.error);
      return refuse(c, {
        code: "invalid-input",
        status: 400,
        detail: `${mistakes[0]?.path ?? "request"}: ${mistakes[0]?.what ?? "does not fit"}`,
        remedy: "see /openapi.json for the shape",
        mistakes,
      });
    },
  });
  app.onError((error, c) => answerError(error, c, services.log));
  app.use(guard(services.doors));
  app.use("/v1/*", apiHeaders);
  app.use("/v1/*", requireKeepableText);
  app.use("/v1/*", requireMediaType);
  app.use("/v1/*", requireKnownEncoding);
  // A file of decisions is measured while it is written, a payload of signals while it is unpacked.
  app.use("/v1/*", (c, next) =>
    c.req.path === "/v1/decisions" || isOfSignals(c.req.path)
      ? next()
      : limitBody(c.req.path.startsWith("/v1/portfolio/") ? mostPortfolioBytes : mostBytes)(c, next),
  );
  app.use("/v1/*", identifyActor(services));

  addFigureRoutes(app, services);
  addRecordRoutes(app, services);
  addSettingsRoutes(app, services);
  addAssessmentRoutes(app, services);
  addDecisionRoutes(app, services);
  addAuditRoutes(app, services);
  addStudyRoutes(app, services);
  addWorkshopRoutes(app, services);
  addSignalRoutes(app, services);
  addAssignmentRuleRoutes(app, services);
  addPortfolioRoutes(app, services);
  addBackupRoute(app, services);
  addEventRoutes(app, services);
  addFactRoutes(app);

  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Plimsoll",
      version: services.version,
      description: "The register of AI risks, its maps and its money. Errors are RFC 9457 problem details.",
    },
  });
  app.all("/v1/*", refuseUnknownRoute(app));
  app.get("*", pageFiles(pages));
  return app;
}

function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: (c) =>
      refuse(c, {
        code: "too-large",
        status: 413,
        detail: `body: more than ${Math.floor(maxSize / 1024 / 1024)} MB`,
        remedy: "send less at once",
        mistakes: [],
      }),
  });
}
