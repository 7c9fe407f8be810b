import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { refusedItem, signal } from "../../../src/contract/signal.ts";
import { translate } from "../../../src/signals/translate.ts";

/** A payload as it came in, as record_*.py beside this file wrote it. */
const received = z.strictObject({
  producer: z.string(),
  name: z.string(),
  contentType: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  stated: z.record(z.string(), z.string()),
  receivedAt: z.iso.datetime(),
  body: z.string(),
});

const folder = new URL("./", import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith(".received.json"));

const payloadOf = (name: string) => {
  const { producer: _, body, ...rest } = received.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  return { ...rest, bytes: new TextEncoder().encode(body) };
};

describe.each(cases)("%s", (name) => {
  const payload = payloadOf(name);
  const { format, signals, refused, kept } = translate(payload);

  // What is expected was read and found right before it was committed; `vitest -u` writes it anew.
  test("gives the signals that were agreed", async () => {
    const { text: _, ...about } = kept;
    const document = JSON.stringify({ format, signals, refused, kept: about }, null, 1);
    await expect(`${document}\n`).toMatchFileSnapshot(name.replace(".received.", ".expected."));
  });

  test("gives what the contract allows, and at least one signal", () => {
    expect(signals.length).toBeGreaterThan(0);
    z.array(signal).parse(signals.map((each) => each.signal));
    z.array(refusedItem).parse(refused);
  });

  test("gives the same signals from what is kept", () => {
    const again = translate({ ...payload, ...kept, bytes: new TextEncoder().encode(kept.text ?? "") });
    expect(again.signals).toEqual(signals);
    expect(again.kept.removed).toEqual([]);
  });

  test("is recognised by its shape alone", () => {
    expect(translate({ ...payload, name: "payload" }).format).toBe(format);
  });
});
