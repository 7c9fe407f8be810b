import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { ReceivedPayload } from "../../src/signals/translation.ts";

/** A payload as it came in, as the record_*.py of test/oracle/signals wrote it. */
const received = z.strictObject({
  producer: z.string(),
  name: z.string(),
  contentType: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  stated: z.record(z.string(), z.string()),
  receivedAt: z.iso.datetime(),
  body: z.string(),
});

const folder = new URL("../oracle/signals/", import.meta.url);

/** Names of all recorded payloads. */
export const receivedPayloads: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith(".received.json"))
  .map((name) => name.slice(0, -".received.json".length));

export function receivedPayload(name: string): ReceivedPayload & { readonly body: string } {
  const text = readFileSync(new URL(`${name}.received.json`, folder), "utf8");
  const { producer: _, ...payload } = received.parse(JSON.parse(text));
  return { ...payload, bytes: new TextEncoder().encode(payload.body) };
}
