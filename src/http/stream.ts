import type { MiddlewareHandler } from "hono";
import { streamSSE } from "hono/streaming";
import type { Event } from "../contract/event.ts";

/** Where the stream's events come from: what was recorded after a point, and what is recorded from now on. */
export interface EventFeed {
  readAfter(seq: number, limit: number): Promise<readonly Event[]>;
  newest(): Promise<number>;
  subscribe(listener: (events: readonly Event[]) => void): () => void;
}

interface Message {
  event: string;
  id: string;
  data: string;
}

const pingEveryMs = 15_000;
/** Beyond this many events at once a page fetches everything again; one message says so. */
const collapseBeyond = 50;

/**
 * Server-sent events: `event` is the topic (a record kind, or `portfolio` when much changed at once), `id` is the
 * newest seq, `data` names what to fetch again. A client that lost the connection sends Last-Event-ID and misses nothing.
 */
export function stream(feed: EventFeed): MiddlewareHandler {
  return async function streamEvents(c) {
    const lastId = Number.parseInt(c.req.header("last-event-id") ?? "", 10);
    return streamSSE(c, async (sse) => {
      const waiting: Message[] = [];
      let wake: (() => void) | null = null;
      let sentUpTo = Number.isSafeInteger(lastId) ? lastId : await feed.newest();
      const push = (events: readonly Event[]) => {
        const unseen = events.filter((event) => event.seq > sentUpTo);
        if (unseen.length === 0) return;
        sentUpTo = unseen[unseen.length - 1]!.seq;
        waiting.push(...messagesOf(unseen));
        wake?.();
      };
      const held: Event[][] = [];
      let replayed = false;
      const unsubscribe = feed.subscribe((events) => (replayed ? push(events) : held.push([...events])));
      sse.onAbort(() => {
        unsubscribe();
        wake?.();
      });
      try {
        await sse.writeSSE({
          event: "hello",
          id: String(sentUpTo),
          data: JSON.stringify({ topic: "hello", id: "", version: sentUpTo }),
        });
        push(await feed.readAfter(sentUpTo, collapseBeyond + 1));
        replayed = true;
        for (const events of held) push(events);
        while (!sse.aborted && !sse.closed) {
          const message = waiting.shift();
          if (message !== undefined) {
            await sse.writeSSE(message);
            continue;
          }
          const pinged = await wokenOrDue((resolve) => {
            wake = resolve;
          });
          if (pinged && !sse.aborted) await sse.write(": ping\n\n");
        }
      } finally {
        unsubscribe();
      }
    });
  };
}

/** Resolves false when woken, true when a ping is due. */
function wokenOrDue(onReady: (wake: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), pingEveryMs);
    onReady(() => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

function messagesOf(events: readonly Event[]): Message[] {
  const newest = events[events.length - 1]!;
  if (events.length > collapseBeyond) return [message("portfolio", "", newest.seq)];
  return events.map((event) => message(event.subject.kind, event.subject.id, event.seq));
}

function message(topic: string, id: string, seq: number): Message {
  return { event: topic, id: String(seq), data: JSON.stringify({ topic, id, version: seq }) };
}
