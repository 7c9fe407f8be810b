import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context as HttpContext } from "hono";
import { streamSSE } from "hono/streaming";
import { type AuditFormat, auditFormats } from "../contract/audit-formats.ts";
import { auditDetail, auditPage, auditSummary, cubeShape, madeAudit, newAudit } from "../contract/kept-audit.ts";
import { aboutAudit } from "../register/audit/about-audit.ts";
import { auditSummary as summaryOf } from "../register/audit/audit-summary.ts";
import { findAudit } from "../register/audit/find-audit.ts";
import { listAudits } from "../register/audit/list-audits.ts";
import { readAudit } from "../register/audit/read-audit.ts";
import { readAuditContent } from "../register/audit/read-audit-content.ts";
import { retireAudit } from "../register/audit/retire-audit.ts";
import { parseInput } from "../register/record/parse-record.ts";
import { makeAudit } from "../work/decisions/make-audit.ts";
import { json, refusals } from "./answer.ts";
import { asOfParameter, figuresAsOf } from "./as-of.ts";
import { figuresTag, isUnchanged, notModified } from "./figures-tag.ts";
import { jsonBody } from "./json-body.ts";
import { answerError } from "./problem.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

const idPath = z.object({ id: z.string().meta({ description: "Id of the audit" }) });
const asOf = z.object({ asOf: asOfParameter });
const summary = auditSummary.meta({ id: "AuditSummary" });
const unpacked = promisify(gunzip);
/** Fewer rows than this are hidden in what is handed on, by custom. */
const smallCell = 10;

/** Audits of decisions: made from a file that was sent, kept with their reports and their counts. */
export function addAuditRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/audits",
      summary: "Kept audits, the newest first",
      tags: ["Audits"],
      request: {
        query: asOf.extend({
          system: z.string().optional(),
          risk: z.string().optional(),
          cursor: z.string().max(200).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
          retired: z.enum(["left-out", "included"]).default("left-out"),
        }),
      },
      responses: { 200: json(auditPage.meta({ id: "AuditPage" }), "A page of audits"), ...refusals },
    }),
    async (c) => {
      const { asOf, ...query } = c.req.valid("query");
      const ctx = contextOf(services, c.get("actor"));
      const { figures } = await figuresAsOf(ctx, services.live, asOf);
      return c.json(await listAudits(ctx, figures, query), 200);
    },
  );

  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/v1/audits",
    summary: "Audit decisions that were sent, and keep the audit if asked to",
    tags: ["Audits"],
    request: {
      body: { required: true, content: { "application/json": { schema: newAudit.meta({ id: "NewAudit" }) } } },
    },
    responses: {
      200: {
        description:
          "The audit with its counts. Asked for as text/event-stream: events progress { share }, then audit or problem",
        content: {
          "application/json": { schema: madeAudit.meta({ id: "MadeAudit" }) },
          "text/event-stream": { schema: z.string() },
        },
      },
      ...refusals,
    },
  });
  app.post("/v1/audits", async (c) => {
    const asked = parseInput(newAudit, await jsonBody(c), "audit");
    const ctx = contextOf(services, c.get("actor"));
    const figures = await services.live.current(ctx);
    const make = (watch: Parameters<typeof makeAudit>[2]) =>
      makeAudit({ ctx, figures, decisions: services.decisions, now: services.now }, asked, watch);
    if (!wantsEvents(c)) {
      const made = await make({ signal: c.req.raw.signal });
      return c.body(madeText(made), 200, { "content-type": "application/json" });
    }
    const stopping = new AbortController();
    return streamSSE(c, async (sse) => {
      sse.onAbort(() => stopping.abort());
      try {
        const onProgress = (share: number) =>
          void sse.writeSSE({ event: "progress", data: JSON.stringify({ share }) }).catch(() => stopping.abort());
        const made = await make({ signal: stopping.signal, onProgress });
        await sse.writeSSE({ event: "audit", data: madeText(made) });
      } catch (error) {
        if (stopping.signal.aborted) return;
        const problem = await answerError(error, c, services.log).text();
        await sse.writeSSE({ event: "problem", data: problem });
      }
    });
  });

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/audits/{id}",
      summary: "A kept audit with its report, and where its system's limits stand",
      tags: ["Audits"],
      request: { params: idPath, query: asOf },
      responses: { 200: json(auditDetail.meta({ id: "AuditDetail" }), "The audit"), ...refusals },
    }),
    async (c) => {
      const ctx = contextOf(services, c.get("actor"));
      const { figures } = await figuresAsOf(ctx, services.live, c.req.valid("query").asOf);
      if (isUnchanged(c, figuresTag(services, { figures }))) return notModified(c);
      const { report, ...detail } = await readAudit(ctx, figures, c.req.valid("param").id);
      const text = `${JSON.stringify(detail).slice(0, -1)},"report":${report}}`;
      return c.body(text, 200, { "content-type": "application/json" }) as never;
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/v1/audits/{id}",
      summary: "Take an audit out of use: it judges no limit any more, and is kept",
      tags: ["Audits"],
      request: { params: idPath },
      responses: { 200: json(summary, "As it is now"), ...refusals },
    }),
    async (c) =>
      c.json(summaryOf(await retireAudit(contextOf(services, c.get("actor")), c.req.valid("param").id)), 200),
  );

  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/v1/audits/{id}/counts",
    summary: "The counts that an audit's figures are computed from: a decision cube, which never changes",
    tags: ["Audits"],
    request: { params: idPath },
    responses: { 200: json(cubeShape.meta({ id: "DecisionCube" }), "The cube, by columns"), ...refusals },
  });
  app.get("/v1/audits/:id/counts", async (c) => {
    const ctx = contextOf(services, c.get("actor"));
    const { record } = findAudit(await services.live.current(ctx), c.req.param("id"));
    if (isUnchanged(c, `W/"${record.countsHash}"`)) return notModified(c);
    return packedJson(c, await readAuditContent(ctx, record.id, "counts"));
  });

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/audits/{id}/report",
      summary: "An audit's report to be handed on, its small cells hidden",
      tags: ["Audits"],
      request: {
        params: idPath,
        query: z.object({
          format: z.enum(auditFormats).default("html"),
          below: z.coerce
            .number()
            .int()
            .min(0)
            .max(1_000_000)
            .optional()
            .meta({ description: "Cells of fewer rows are hidden; 0 hides none. 10 unless given, and 0 for json" }),
        }),
      },
      responses: {
        200: {
          description: "The report",
          content: Object.fromEntries(Object.values(forms).map(({ type }) => [type, { schema: z.string() }])),
        },
        ...refusals,
      },
    }),
    async (c) => {
      const { format, below = format === "json" ? 0 : smallCell } = c.req.valid("query");
      const ctx = contextOf(services, c.get("actor"));
      const figures = await services.live.current(ctx);
      const { record } = findAudit(figures, c.req.valid("param").id);
      const reading = { format, below, about: aboutAudit(figures, record.id) };
      const packed = await readAuditContent(ctx, record.id, "report");
      const text = await services.auditThreads.run({ kind: "report", packed, reading }, { signal: c.req.raw.signal });
      const { type, ending } = forms[format];
      return c.body(text, 200, {
        "content-type": type,
        "content-disposition": `inline; filename="${record.id}.${ending}"`,
        // A page of its own: it runs nothing and asks for nothing.
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      }) as never;
    },
  );
}

const forms: Readonly<Record<AuditFormat, { readonly type: string; readonly ending: string }>> = {
  html: { type: "text/html; charset=utf-8", ending: "html" },
  markdown: { type: "text/markdown; charset=utf-8", ending: "md" },
  "csv-fairlearn": { type: "text/csv; charset=utf-8", ending: "fairlearn.csv" },
  "csv-aequitas": { type: "text/csv; charset=utf-8", ending: "aequitas.csv" },
  "model-card": { type: "application/json", ending: "model-card.json" },
  cyclonedx: { type: "application/vnd.cyclonedx+json", ending: "cdx.json" },
  json: { type: "application/json", ending: "json" },
};

function wantsEvents(c: HttpContext): boolean {
  return (c.req.header("accept") ?? "").includes("text/event-stream");
}

/** Report and counts are JSON already. */
function madeText({ audit, report, counts }: Awaited<ReturnType<typeof makeAudit>>): string {
  return `{"audit":${JSON.stringify(audit)},"report":${report},"counts":${counts}}`;
}

/** JSON that is kept packed, and goes out packed to who can read it so. */
async function packedJson(c: HttpContext, packed: Uint8Array): Promise<Response> {
  const headers = { "content-type": "application/json", vary: "accept-encoding" };
  if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? ""))
    return c.body(new Uint8Array(await unpacked(packed)), 200, headers);
  return c.body(new Uint8Array(packed), 200, { ...headers, "content-encoding": "gzip" });
}
