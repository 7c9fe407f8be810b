import { expect, test } from "vitest";
import { serverEvents } from "./server-events.ts";

async function eventsOf(...pieces: string[]) {
  const bytes = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(bytes.encode(piece));
      controller.close();
    },
  });
  const events = [];
  for await (const event of serverEvents(body)) events.push(event);
  return events;
}

test("events are read whatever pieces they arrive in", async () => {
  const whole =
    'event: progress\ndata: {"share":0.5}\n\n: still here\n\nid: 7\nevent: audit\ndata: {"a":\ndata: 1}\n\n';
  const expected = [
    { event: "progress", data: '{"share":0.5}' },
    { event: "audit", data: '{"a":\n1}' },
  ];
  expect(await eventsOf(whole)).toEqual(expected);
  expect(await eventsOf(...whole)).toEqual(expected);
  expect(await eventsOf(whole.replaceAll("\n", "\r\n"))).toEqual(expected);
});

test("an event that was cut off is none", async () => {
  expect(await eventsOf("event: audit\ndata: 1")).toEqual([]);
});
