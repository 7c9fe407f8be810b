import { describe, expect, test } from "vitest";
import { z } from "zod";
import { refusedItem, signal } from "../../../src/contract/signal.ts";
import { translate } from "../../../src/signals/translate.ts";
import { receivedPayload, receivedPayloads } from "../../harness/received-payload.ts";

describe.each(receivedPayloads)("%s", (name) => {
  const payload = receivedPayload(name);
  const { format, signals, refused, kept } = translate(payload);

  // What is expected was read and found right before it was committed; `vitest -u` writes it anew.
  test("gives the signals that were agreed", async () => {
    const { text: _, ...about } = kept;
    const document = JSON.stringify({ format, signals, refused, kept: about }, null, 1);
    await expect(`${document}\n`).toMatchFileSnapshot(`${name}.expected.json`);
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
