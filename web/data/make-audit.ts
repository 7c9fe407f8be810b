import type { MadeAudit, NewAudit } from "../../src/contract/kept-audit.ts";
import { ask, type Problem, Refusal, ServerGone } from "./request.ts";
import { serverEvents } from "./server-events.ts";

interface Watch {
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Has received decisions audited. Stopped by its signal, it is stopped in the server too. */
export async function makeAudit(body: NewAudit, { onProgress, signal }: Watch): Promise<MadeAudit> {
  const response = await ask("/v1/audits", {
    method: "POST",
    headers: { accept: "text/event-stream", "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  try {
    for await (const { event, data } of serverEvents(response.body!)) {
      if (event === "progress") onProgress((JSON.parse(data) as { share: number }).share);
      else if (event === "problem") throw new Refusal(JSON.parse(data) as Problem);
      else if (event === "audit") return JSON.parse(data) as MadeAudit;
    }
  } catch (cause) {
    if (cause instanceof Refusal || signal.aborted) throw cause;
    throw new ServerGone(cause);
  }
  throw new ServerGone("the answer ended before the audit did");
}
