import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Signal } from "../../src/contract/signal.ts";
import type { ReadPayload } from "../../src/register/signal/keep-received.ts";
import { contextOf } from "./register.ts";

/** A signal of a test; what is not said is plain. */
export function signalLike(given: Partial<Signal> & Pick<Signal, "id">): Signal {
  return {
    source: "/monitors/churn",
    format: "readings",
    topic: "performance",
    metric: "f1",
    state: "observed",
    producerVerdict: null,
    reading: { kind: "value", value: 0.71 },
    occurredAt: "2026-11-20T08:00:00.000Z",
    window: null,
    labels: {},
    summary: "f1 0.71",
    url: null,
    ...given,
  };
}

/** A payload as the translators hand it over, of these signals. */
export function readPayload(
  signals: readonly Signal[],
  { at = "2026-11-20T09:00:00.000Z", ...rest }: { at?: string } & Partial<ReadPayload> = {},
): ReadPayload {
  const text = JSON.stringify(signals);
  return {
    actor: { ...contextOf(undefined as never).actor, kind: "service", id: "ci" },
    receivedAt: new Date(at),
    format: signals[0]?.format ?? "readings",
    about: {
      name: "/v1/signals",
      contentType: "application/json",
      headers: {},
      stated: {},
      sha256: createHash("sha256").update(text).digest("hex"),
      byteCount: Buffer.byteLength(text),
      privacy: { rule: { name: "personal-data", version: "1" }, removed: [], removedCount: 0 },
    },
    payload: gzipSync(text),
    signals: signals.map((signal, position) => ({ position, signal })),
    refused: [],
    ...rest,
  };
}
