import { expect, test } from "vitest";
import { historySegments } from "./history-segments.ts";

const seen = (id: string) => ({ kind: "cases" as const, observation: { id, count: 1, exposure: 2 } });
const tick = (kept: number) => ({ kind: "tick" as const, kept });

test("parts at ticks, and keeps each identity where it came first", () => {
  const segments = historySegments([seen("a"), seen("b"), tick(0.5), tick(0.25), seen("b"), seen("c")]);
  expect(
    segments.map(({ entries, kept }) => [entries.map(({ observation }) => observation.id).join(" "), kept]),
  ).toEqual([
    ["a b", 0.5],
    ["", 0.25],
    ["c", null],
  ]);
});

test("nothing is one empty segment", () => {
  expect(historySegments([])).toEqual([{ entries: [], kept: null }]);
});
