import { expect, test } from "vitest";
import { rankNameLines } from "./rank-name-lines.ts";
import { textWidth } from "./text-width.ts";

test.each([
  ["Spam", 200, ["Spam"]],
  ["Comments in a dialect are removed", 120, ["Comments in a", "dialect are removed"]],
])("%j within %d pixels", (name, room, lines) => {
  expect(rankNameLines(name, room, 12)).toEqual(lines);
});

test("what is longer than two lines, or has no break, ends in an ellipsis and never overhangs", () => {
  for (const name of [
    "one two three four five six seven eight nine ten",
    "Pneumonoultramicroscopicsilicovolcanoconiosis",
  ]) {
    const lines = rankNameLines(name, 90, 12);
    expect(lines.length).toBeLessThanOrEqual(2);
    expect(lines.at(-1)).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(90);
  }
});
