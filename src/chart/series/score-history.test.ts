import { expect, test } from "vitest";
import { historySentence, layoutHistory } from "./score-history.ts";

const line = { appetite: 12, tolerance: 20 };
const frame = { width: 536, height: 102, today: "2026-11-21" };

test("a score holds until an event moves it, up to today", () => {
  const { path, end, plot } = layoutHistory(
    [
      { at: "2026-08-13", score: 10 },
      { at: "2026-10-02", score: 20 },
    ],
    line,
    frame,
  );
  expect(path).toMatch(/^M24 [\d.]+H262V[\d.]+H500$/);
  expect(end).toMatchObject({ x: plot.right, score: 20 });
});

test("while nobody had rated it there is a gap", () => {
  const { path, end } = layoutHistory(
    [
      { at: "2026-08-13", score: null },
      { at: "2026-09-01", score: 10 },
      { at: "2026-10-02", score: null },
    ],
    line,
    frame,
  );
  expect(path.match(/M/g)).toHaveLength(1);
  expect(path).toMatch(/H262$/);
  expect(end).toBeNull();
});

test("the dates leave each other room", () => {
  const { dates } = layoutHistory([{ at: "2023-02-13", score: 10 }], line, frame);
  for (const [index, date] of dates.entries()) if (index > 0) expect(date.x - dates[index - 1]!.x).toBeGreaterThan(40);
  expect(dates.at(-1)!.label).toBe("today");
});

test("since when it is on its side of the line", () => {
  const history = (...scores: (number | null)[]) =>
    scores.map((score, index) => ({ at: `2026-10-0${index + 1}`, score }));
  const say = (...scores: (number | null)[]) => historySentence(history(...scores), line, "2026-11-21");
  expect(say(20, 15)).toBe("At or over the line since it was first scored");
  expect(say(8, 15, 16)).toBe("At or over the line since 2 Oct");
  expect(say(15, 8, 9)).toBe("Under the line since 2 Oct");
  expect(say(null)).toBe("No score is recorded yet");
  expect(historySentence(history(8), null, "2026-11-21")).toBe("Residual score since it was first scored");
});
