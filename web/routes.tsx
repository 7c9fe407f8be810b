import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from "@tanstack/react-router";
import { ApiPage } from "./pages/api/api-page.tsx";
import { readAuditSearch } from "./pages/audit/audit-search.ts";
import { readAuditsSearch } from "./pages/audit/audits-search.ts";
import { readWhatIfSearch } from "./pages/audit/what-if/what-if-search.ts";
import { readContributionsSearch } from "./pages/contributions/contributions-search.ts";
import { readControlsSearch } from "./pages/controls/controls-search.ts";
import { CurvePage } from "./pages/curve/curve-page.tsx";
import { readCurveSearch } from "./pages/curve/curve-search.ts";
import { PortfolioPage } from "./pages/portfolio/portfolio-page.tsx";
import { readPortfolioSearch } from "./pages/portfolio/portfolio-search.ts";
import { RegisterPage } from "./pages/register/register-page.tsx";
import { readRegisterSearch } from "./pages/register/register-search.ts";
import { RiskPage } from "./pages/risk/risk-page.tsx";
import { readMatrixSearch } from "./pages/scoring/matrix/matrix-search.ts";
import { readNewStudySearch, readScoringSearch, readStudySearch } from "./pages/scoring/scoring-search.ts";
import { readSignalsSearch } from "./pages/signals/signals-search.ts";
import { SystemPage } from "./pages/system/system-page.tsx";
import { readSystemsSearch, SystemsPage } from "./pages/system/systems-page.tsx";
import { readNewWorkshopSearch } from "./pages/workshop/workshop-search.ts";
import { parseSearchParameters, readSharedSearch, writeSearchParameters } from "./search-parameters.ts";
import { AppShell } from "./shell/app-shell.tsx";
import { ErrorPage } from "./shell/error-page.tsx";
import { NotFoundPage } from "./shell/not-found-page.tsx";

const rootRoute = createRootRoute({
  component: AppShell,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
  validateSearch: readSharedSearch,
  search: { middlewares: [retainSearchParams(["asOf"])] },
});

const portfolioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: readPortfolioSearch,
  component: PortfolioPage,
});

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/register",
  validateSearch: readRegisterSearch,
  component: RegisterPage,
});

const curveRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/curve",
  validateSearch: readCurveSearch,
  component: CurvePage,
});

const riskRoute = createRoute({ getParentRoute: () => rootRoute, path: "/risks/$id", component: RiskPage });

const scenarioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/risks/$id/scenario",
  component: lazyRouteComponent(() => import("./pages/scenario/scenario-page.tsx"), "ScenarioPage"),
});

const controlsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/controls",
  validateSearch: readControlsSearch,
  component: lazyRouteComponent(() => import("./pages/controls/controls-page.tsx"), "ControlsPage"),
});

const calibrationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/calibration",
  component: lazyRouteComponent(() => import("./pages/calibration/calibration-page.tsx"), "CalibrationPage"),
});

const contributionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/contributions",
  validateSearch: readContributionsSearch,
  component: lazyRouteComponent(() => import("./pages/contributions/contributions-page.tsx"), "ContributionsPage"),
});

const auditsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audits",
  validateSearch: readAuditsSearch,
  component: lazyRouteComponent(() => import("./pages/audit/audits-page.tsx"), "AuditsPage"),
});

const newAuditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audits/new",
  validateSearch: readAuditsSearch,
  component: lazyRouteComponent(() => import("./pages/audit/new-audit/new-audit-page.tsx"), "NewAuditPage"),
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audits/$id",
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import("./pages/audit/audit-page.tsx"), "AuditPage"),
});

const auditWhatIfRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audits/$id/what-if",
  validateSearch: readWhatIfSearch,
  component: lazyRouteComponent(() => import("./pages/audit/audit-what-if-page.tsx"), "AuditWhatIfPage"),
});

const scoringRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/scoring",
  validateSearch: readScoringSearch,
  component: lazyRouteComponent(() => import("./pages/scoring/scoring-page.tsx"), "ScoringPage"),
});

const newStudyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/scoring/new",
  validateSearch: readNewStudySearch,
  component: lazyRouteComponent(() => import("./pages/scoring/new-study-page.tsx"), "NewStudyPage"),
});

const matrixRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/scoring/matrix",
  validateSearch: readMatrixSearch,
  component: lazyRouteComponent(() => import("./pages/scoring/matrix/matrix-page.tsx"), "MatrixPage"),
});

const studyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/scoring/$id",
  validateSearch: readStudySearch,
  component: lazyRouteComponent(() => import("./pages/scoring/study-page.tsx"), "StudyPage"),
});

const workshopsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/workshops",
  component: lazyRouteComponent(() => import("./pages/workshop/workshops-page.tsx"), "WorkshopsPage"),
});

const newWorkshopRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/workshops/new",
  validateSearch: readNewWorkshopSearch,
  component: lazyRouteComponent(() => import("./pages/workshop/new-workshop-page.tsx"), "NewWorkshopPage"),
});

const workshopRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/workshops/$id",
  component: lazyRouteComponent(() => import("./pages/workshop/workshop-page.tsx"), "WorkshopPage"),
});

const signalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/signals",
  validateSearch: readSignalsSearch,
  component: lazyRouteComponent(() => import("./pages/signals/signals-page.tsx"), "SignalsPage"),
});

const unassignedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/signals/unassigned",
  component: lazyRouteComponent(() => import("./pages/signals/unassigned-page.tsx"), "UnassignedPage"),
});

const sourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/signals/sources",
  component: lazyRouteComponent(() => import("./pages/signals/sources-page.tsx"), "SourcesPage"),
});

const signalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/signals/$id",
  component: lazyRouteComponent(() => import("./pages/signals/signal-page.tsx"), "SignalPage"),
});

const systemsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/systems",
  validateSearch: readSystemsSearch,
  component: SystemsPage,
});

const systemRoute = createRoute({ getParentRoute: () => rootRoute, path: "/systems/$id", component: SystemPage });

const apiRoute = createRoute({ getParentRoute: () => rootRoute, path: "/api", component: ApiPage });

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    portfolioRoute,
    registerRoute,
    curveRoute,
    riskRoute,
    scenarioRoute,
    controlsRoute,
    contributionsRoute,
    calibrationRoute,
    auditsRoute,
    newAuditRoute,
    auditRoute,
    auditWhatIfRoute,
    scoringRoute,
    newStudyRoute,
    matrixRoute,
    studyRoute,
    workshopsRoute,
    newWorkshopRoute,
    workshopRoute,
    signalsRoute,
    unassignedRoute,
    sourcesRoute,
    signalRoute,
    systemsRoute,
    systemRoute,
    apiRoute,
  ]),
  parseSearch: parseSearchParameters,
  stringifySearch: writeSearchParameters,
  defaultPreload: "intent",
  defaultErrorComponent: ErrorPage,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
