import { expect, test } from "vitest";
import { prepareScrubberDays } from "./scrubber-days.ts";

test("days lie between the first record and today, whatever their order", () => {
  const days = prepareScrubberDays(
    [
      { on: "2026-11-01", events: 3 },
      { on: "2026-10-12", events: 15 },
    ],
    "2026-11-21",
  );
  expect(days).toMatchObject({ from: "2026-10-12", to: "2026-11-21", span: 40, start: "Oct" });
  expect(days.ticks.map(({ on, at, height }) => [on, at, height])).toEqual([
    ["2026-10-12", 0, 1],
    ["2026-11-01", 0.5, 0.5],
  ]);
  expect(days.months).toEqual([0.5]);
});

test("a register that began today has a week to stand in", () => {
  expect(prepareScrubberDays([{ on: "2026-11-21", events: 60 }], "2026-11-21")).toMatchObject({
    from: "2026-11-14",
    span: 7,
    ticks: [{ at: 1, height: 1 }],
  });
  expect(prepareScrubberDays([], "2026-01-03")).toMatchObject({ from: "2025-12-27", start: "27 Dec 2025", ticks: [] });
});
