import { expect, test } from "vitest";
import { layoutVoteStrip, type StripVote } from "./vote-strip.ts";

const levels = ["rare", "unlikely", "possible", "likely", "frequent"];
const vote = (by: string, level: number, blind: number | null = null): StripVote => ({
  by,
  initials: by.toUpperCase(),
  level,
  blind,
  kind: "plain",
});
const frame = { levels, median: 3, width: 500 };

test("each vote stands in the column of its level, and a revised one leaves a trace where it was", () => {
  const { marks, parts, median } = layoutVoteStrip([vote("a", 1), vote("b", 5, 3), vote("c", 5)], frame);
  const columnOf = (x: number) => parts.findLastIndex((part) => part <= x) + 1;
  expect(marks.map(({ key, x, kind }) => [key, columnOf(x), kind])).toEqual([
    ["a", 1, "plain"],
    ["b blind", 3, "blind"],
    ["b", 5, "plain"],
    ["c", 5, "plain"],
  ]);
  expect(median).toEqual({ x: 250, text: "median 3" });
  expect(layoutVoteStrip([vote("a", 3), vote("b", 4)], { ...frame, median: 3.5 }).median.x).toBe(300);
});

test("marks of one level do not lie on each other, and what has no room is counted", () => {
  const many = Array.from({ length: 50 }, (_, k) => vote(`p${k}`, 4));
  const { marks, counts } = layoutVoteStrip(many, frame);
  for (const [i, a] of marks.entries())
    for (const b of marks.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(20);
  expect(marks.length + Number(counts[0]!.text.slice(1))).toBe(50);
  expect(Math.max(...marks.map(({ x }) => x))).toBeLessThanOrEqual(400);
});

test("how people vote does not change its height, only how many", () => {
  const one = layoutVoteStrip([vote("a", 1), vote("b", 2), vote("c", 3), vote("d", 4), vote("e", 5)], frame);
  const other = layoutVoteStrip(
    "abcde".split("").map((by) => vote(by, 2)),
    frame,
  );
  expect(other.height).toBe(one.height);
});

test("where columns are narrow their names are left to the table", () => {
  expect(layoutVoteStrip([vote("a", 1)], { ...frame, width: 280 }).levels[0]!.lines).toEqual(["1"]);
});
