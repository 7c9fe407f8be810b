import type { Context as HttpContext } from "hono";
import { streamSSE } from "hono/streaming";
import type { Event } from "../contract/event.ts";
import type { LiveRegister, Reader } from "../register/figures/live-register.ts";
import type { RequestVariables } from "./services.ts";

/** Where the stream's events come from: what was recorded after a point, and what is recorded from now on. */
export type EventFeed = Pick<LiveRegister, "readAfter" | "newest" | "subscribe">;

interface Message {
  event: string;
  id: string;
  data: string;
}

const usualPingMs = 15_000;
/** Beyond this many events at once a page fetches everything again; one message says so. */
const collapseBeyond = 50;
/** Topic of received batches of signals, which come by the hundred and move no figure. */
const receipts = "receipt";

/**
 * Server-sent events: `event` is the topic (a record kind, or `portfolio` when much changed at once), `id` is the
 * newest seq, `data` names what to fetch again; `id` in it is empty where it stands for several. A client that lost the connection sends Last-Event-ID and misses nothing.
 */
export function stream(
  feed: EventFeed,
  {
    readerOf,
    pingEveryMs = usualPingMs,
  }: { readerOf: (c: HttpContext<RequestVariables>) => Reader; pingEveryMs?: number },
) {
  return async function streamEvents(c: HttpContext<RequestVariables>): Promise<Response> {
    const reader = readerOf(c);
    const newest = await feed.newest();
    const seen = seenBy(c.req.header("last-event-id"), newest);
    const outbox = new Outbox(seen === "unknown" ? newest : seen);
    if (seen === "unknown") outbox.everything(newest);
    const held: (readonly Event[])[] = [];
    let isReplayed = false;
    const unsubscribe = feed.subscribe(reader, (events) => (isReplayed ? outbox.put(events) : held.push(events)));
    return streamSSE(c, async (sse) => {
      sse.onAbort(() => {
        unsubscribe();
        outbox.wake();
      });
      try {
        await sse.writeSSE({
          event: "hello",
          id: String(outbox.upTo),
          data: JSON.stringify({ topic: "hello", id: "", version: outbox.upTo }),
        });
        const missed = await feed.readAfter(reader, outbox.upTo, collapseBeyond + 1);
        if (missed.length > collapseBeyond) outbox.everything(await feed.newest());
        else outbox.put(missed);
        isReplayed = true;
        for (const events of held) outbox.put(events);
        while (!sse.aborted && !sse.closed) {
          const message = outbox.take();
          if (message !== undefined) await sse.writeSSE(message);
          else if ((await outbox.filled(pingEveryMs)) === "silent" && !sse.aborted) await sse.write(": ping\n\n");
        }
      } finally {
        unsubscribe();
      }
    });
  };
}

/** What a client has seen: without a word all there is, with the id of another database nothing that helps. */
function seenBy(lastEventId: string | undefined, newest: number): number | "unknown" {
  if (lastEventId === undefined || lastEventId === "") return newest;
  const seq = /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : Number.POSITIVE_INFINITY;
  return seq > newest ? "unknown" : seq;
}

/** Messages that wait to be written to one client: each event once, in order, or one for all when they are many. */
class Outbox {
  /** seq of the newest event that was put in, or left out on purpose. */
  upTo: number;
  #messages: Message[] = [];
  #onFilled: () => void = () => {};

  constructor(upTo: number) {
    this.upTo = upTo;
  }

  put(events: readonly Event[]): void {
    const unseen = events.filter(({ seq }) => seq > this.upTo);
    const newest = unseen.at(-1);
    if (newest === undefined) return;
    const changes = unseen.filter(({ subject }) => subject.kind !== receipts);
    if (this.#messages.length + changes.length > collapseBeyond) {
      this.everything(newest.seq);
      return;
    }
    this.upTo = newest.seq;
    for (const { subject, seq } of unseen) {
      // However many batches of signals wait, the client fetches their list once.
      const waiting = this.#messages.findIndex(({ event }) => event === receipts);
      if (subject.kind !== receipts || waiting === -1) this.#messages.push(message(subject.kind, subject.id, seq));
      else {
        this.#messages.splice(waiting, 1);
        this.#messages.push(message(receipts, "", seq));
      }
    }
    this.wake();
  }

  /** One message in place of all that wait. */
  everything(seq: number): void {
    this.upTo = seq;
    this.#messages = [message("portfolio", "", seq)];
    this.wake();
  }

  take(): Message | undefined {
    return this.#messages.shift();
  }

  wake(): void {
    this.#onFilled();
  }

  /** Waits until something was put in or the client is gone, at most so long. */
  filled(mostMs: number): Promise<"filled" | "silent"> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve("silent"), mostMs);
      this.#onFilled = () => {
        clearTimeout(timer);
        resolve("filled");
      };
    });
  }
}

function message(topic: string, id: string, seq: number): Message {
  return { event: topic, id: String(seq), data: JSON.stringify({ topic, id, version: seq }) };
}
