import type { ReceivedDecisions } from "../../src/contract/kept-audit.ts";
import { actingPerson } from "./acting-person.ts";
import { problemOf, Refusal, ServerGone } from "./request.ts";

interface Watch {
  /** Bytes that were sent. */
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file of decisions as it is. By XMLHttpRequest, because fetch does not say how much of a body was sent. */
export function sendDecisions(file: File, { onProgress, signal }: Watch): Promise<ReceivedDecisions> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (settle: () => void) => {
      signal.removeEventListener("abort", stop);
      settle();
    };
    request.open("POST", `/v1/decisions?${new URLSearchParams({ name: file.name })}`);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", "application/octet-stream");
    const person = actingPerson.get();
    if (person !== null) request.setRequestHeader("plimsoll-actor", person);
    request.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
    request.addEventListener("load", () =>
      end(() => {
        const { status, responseText } = request;
        if (status === 502 || status === 503 || status === 504) reject(new ServerGone(status));
        else if (status < 200 || status > 299) reject(new Refusal(problemOf(status, responseText)));
        else resolve(JSON.parse(responseText) as ReceivedDecisions);
      }),
    );
    request.addEventListener("error", () => end(() => reject(new ServerGone("network"))));
    request.addEventListener("abort", () => end(() => reject(new DOMException("stopped", "AbortError"))));
    if (signal.aborted) return reject(new DOMException("stopped", "AbortError"));
    signal.addEventListener("abort", stop);
    request.send(file);
  });
}
