import { expect, test } from "vitest";
import { startStream, streamKey } from "../../stats/stream-key.ts";
import { BlockStreams } from "./block-streams.ts";

const KEY = streamKey(1, "a");

function started(block: number, place: number): Int32Array {
  const stream = new Int32Array(4);
  startStream(stream, KEY, block, place);
  return stream;
}

test("streams are at their start, each in memory of its own until the next block", () => {
  const streams = new BlockStreams();
  streams.begin(3);
  const [first, second] = [streams.start(KEY, 0), streams.start(KEY, 5)];
  expect(first).toEqual(started(3, 0));
  expect(second).toEqual(started(3, 5));
  first[0] = 7;
  expect(second).toEqual(started(3, 5));
});

test("the next block takes the memory of the one before", () => {
  const streams = new BlockStreams();
  streams.begin(0);
  const before = streams.start(KEY, 0);
  streams.begin(1);
  expect(streams.start(KEY, 2)).toBe(before);
  expect(before).toEqual(started(1, 2));
});
