import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context as HttpContext } from "hono";
import { Failure } from "../contract/failure.ts";
import { receiptDetail, receivedAnswer } from "../contract/received.ts";
import type { SignalFormat } from "../contract/signal.ts";
import { signalFormats } from "../contract/signal-kinds.ts";
import { signalDetail, signalFilter, signalPage, sourcePage } from "../contract/signal-page.ts";
import { requireRightToSend } from "../register/signal/keep-received.ts";
import { listSignals } from "../register/signal/list-signals.ts";
import { listSources } from "../register/signal/list-sources.ts";
import { readReceipt, readReceivedPayload } from "../register/signal/read-receipt.ts";
import { readSignal } from "../register/signal/read-signal.ts";
import { json, refusals } from "./answer.ts";
import { receivedBytes } from "./received-bytes.ts";
import { signalMediaTypes } from "./request-form.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

/** Of a body as sent, and of the same body unpacked. */
const mostBytes = 10 * 1024 * 1024;
/** Headers that belong to a payload; others, such as who authorised it, are none of its reader's business. */
const payloadHeaders = /^(?:ce-|x-mlflow-)|^(?:content-type|user-agent)$/;

const answer = receivedAnswer.meta({ id: "ReceivedAnswer" });
const receipt = receiptDetail.meta({ id: "Receipt" });
const stated = z.object({
  at: z.string().optional().meta({ description: "When it held, for a payload that does not say so" }),
  run: z.string().optional().meta({ description: "Tells a report from an equal one of another run" }),
  source: z.string().optional().meta({ description: "Who measured, in place of what the payload says" }),
});

/** Signals: taken in, listed, and read with what they were received in. */
export function addSignalRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  addIntake(app, services);

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/signals",
      summary: "Signals by when they occurred, the newest first",
      tags: ["Signals"],
      request: {
        query: signalFilter.extend({
          cursor: z.string().max(200).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
      },
      responses: { 200: json(signalPage.meta({ id: "SignalPage" }), "A page of signals"), ...refusals },
    }),
    async (c) => c.json(await listSignals(contextOf(services, c.get("actor")), c.req.valid("query")), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/signals/{id}",
      summary: "A signal with what it was received in",
      tags: ["Signals"],
      request: { params: z.object({ id: z.string().meta({ description: "Our id of the signal" }) }) },
      responses: { 200: json(signalDetail.meta({ id: "SignalDetail" }), "The signal"), ...refusals },
    }),
    async (c) => c.json(await readSignal(contextOf(services, c.get("actor")), c.req.valid("param").id), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/receipts/{id}",
      summary: "What was received: its hash, what was taken out of it, and what of it is still kept",
      tags: ["Signals"],
      request: { params: z.object({ id: z.string() }) },
      responses: { 200: json(receipt, "The receipt"), ...refusals },
    }),
    async (c) => c.json(await readReceipt(contextOf(services, c.get("actor")), c.req.valid("param").id), 200),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/receipts/{id}/payload",
      summary: "A received payload as it is kept, without personal data",
      tags: ["Signals"],
      request: { params: z.object({ id: z.string() }) },
      responses: {
        200: { description: "The payload", content: { "text/plain": { schema: z.string() } } },
        ...refusals,
      },
    }),
    async (c) => {
      const text = await readReceivedPayload(contextOf(services, c.get("actor")), c.req.valid("param").id);
      return c.body(text, 200, {
        "content-type": "text/plain; charset=utf-8",
        // A stranger's text: whatever it is, it runs nothing.
        "content-security-policy": "default-src 'none'; sandbox",
      }) as never;
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/sources",
      summary: "Who sent signals, the last heard of first",
      tags: ["Signals"],
      responses: { 200: json(sourcePage.meta({ id: "SourcePage" }), "The sources"), ...refusals },
    }),
    async (c) => c.json(await listSources(contextOf(services, c.get("actor"))), 200),
  );
}

function addIntake(app: OpenAPIHono<RequestVariables>, services: Services): void {
  const content = Object.fromEntries(signalMediaTypes.map((type) => [type, { schema: z.any() }]));
  const described = {
    method: "post" as const,
    tags: ["Signals"],
    responses: {
      202: json(answer, "All of it is stored, or was before"),
      207: json(answer, "Some of it is refused; the rest is stored"),
      ...refusals,
    },
  };
  app.openAPIRegistry.registerPath({
    ...described,
    path: "/v1/signals",
    summary: "Send signals in a format that is recognised by its headers or its shape, up to 10 MB",
    request: { query: stated, body: { required: true, content } },
  });
  app.openAPIRegistry.registerPath({
    ...described,
    path: "/v1/signals/{format}",
    summary: "Send signals in a format that is named",
    request: { params: z.object({ format: z.enum(signalFormats) }), query: stated, body: { required: true, content } },
  });
  const receive = async (c: HttpContext<RequestVariables>, format: SignalFormat | undefined) => {
    const { actor } = contextOf(services, c.get("actor"));
    requireRightToSend({ actor });
    const payload = {
      bytes: await receivedBytes(c, mostBytes),
      contentType: c.req.header("content-type")?.replace(/;.*/s, "").trim().toLowerCase() ?? null,
      headers: Object.fromEntries(Object.entries(c.req.header()).filter(([name]) => payloadHeaders.test(name))),
      name: c.req.path,
      stated: c.req.query(),
    };
    const answer = await services.signals.receive(actor, payload, format);
    return c.json(answer, answer.refused === 0 ? 202 : 207);
  };
  app.post("/v1/signals", (c) => receive(c, undefined));
  app.post("/v1/signals/:format", (c) => {
    const format = signalFormats.find((each) => each === c.req.param("format"));
    if (format !== undefined) return receive(c, format);
    throw new Failure(
      "not-found",
      `format ${JSON.stringify(c.req.param("format"))}: not read here`,
      `send to one of ${signalFormats.join(", ")}, or to /v1/signals to have it recognised`,
    );
  });
}
