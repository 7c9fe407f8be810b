import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { page } from "../contract/detail.ts";
import { type Event, event } from "../contract/event.ts";
import { Failure } from "../contract/failure.ts";
import { listEvents } from "../register/event/list-events.ts";
import { readEvent } from "../register/event/read-event.ts";
import { json, refusals } from "./answer.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";
import { stream } from "./stream.ts";

const eventShape = event.meta({ id: "Event" });

/** The one event table, read as a log and as a live stream. */
export function addEventRoutes(app: OpenAPIHono<RequestVariables>, services: Services): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/events",
      summary: "What was recorded: audit log and history",
      tags: ["Events"],
      request: {
        query: z.object({
          subject: z.string().optional().meta({ description: "kind, or kind:id such as risk:credit-bias" }),
          verb: z.string().optional(),
          actor: z.string().optional(),
          order: z.enum(["newest-first", "oldest-first"]).default("newest-first"),
          limit: z.coerce.number().int().min(1).max(500).default(50),
          cursor: z
            .string()
            .regex(/^\d{1,15}$/, "must be the next of the page before")
            .optional(),
        }),
      },
      responses: { 200: json(page(eventShape).omit({ total: true }), "A page of events"), ...refusals },
    }),
    async (c) => {
      const { subject, cursor, verb, actor, order, limit } = c.req.valid("query");
      const at = cursor === undefined ? undefined : Number(cursor);
      const events = await listEvents(contextOf(services, c.get("actor")), {
        order,
        limit: limit + 1,
        ...(verb === undefined ? {} : { verb }),
        ...(actor === undefined ? {} : { actor }),
        ...(subject === undefined ? {} : subjectOf(subject)),
        ...(at === undefined ? {} : order === "newest-first" ? { before: at } : { after: at }),
      });
      const items = events.slice(0, limit);
      return c.json({ items, next: events.length > limit ? String(items.at(-1)!.seq) : null }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/v1/events/{id}",
      summary: "One event",
      tags: ["Events"],
      request: { params: z.object({ id: z.string() }) },
      responses: { 200: json(eventShape, "The event"), ...refusals },
    }),
    async (c) => c.json(await readEvent(contextOf(services, c.get("actor")), c.req.valid("param").id), 200),
  );

  app.get("/v1/stream", stream(services.live, { readerOf: (c) => contextOf(services, c.get("actor")) }));
  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/v1/stream",
    summary: "Server-sent events: what to fetch again. Replays after Last-Event-ID",
    tags: ["Events"],
    responses: {
      200: {
        description: "event = topic, id = seq, data = { topic, id, version }",
        content: { "text/event-stream": { schema: z.string() } },
      },
      ...refusals,
    },
  });
}

const subjectKinds = event.shape.subject.shape.kind.options;

function subjectOf(text: string): { kind: Event["subject"]["kind"]; id?: string } {
  const [name = "", id] = text.split(":", 2);
  const kind = subjectKinds.find((each) => each === name);
  if (kind === undefined)
    throw new Failure(
      "invalid-input",
      `subject ${JSON.stringify(text)}: unknown kind`,
      `give one of ${subjectKinds.join(", ")}, alone or as kind:id`,
    );
  return id === undefined ? { kind } : { kind, id };
}
