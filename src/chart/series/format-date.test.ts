import { expect, test } from "vitest";
import { addDays, daysBetween, formatAge, formatDate, formatDay, formatMoment } from "./format-date.ts";

const today = "2026-11-21";

test("the year is said when it is another one", () => {
  expect(formatDate("2026-11-03", today)).toBe("3 Nov");
  expect(formatDate("2025-11-03", today)).toBe("3 Nov 2025");
  expect(formatDate("2026-11-03")).toBe("3 Nov 2026");
});

test("near days have names", () => {
  expect(["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-25"].map((on) => formatDay(on, today))).toEqual([
    "yesterday",
    "today",
    "tomorrow",
    "25 Nov",
  ]);
});

test("a moment is as short as it stays clear", () => {
  expect(formatMoment("2026-11-21", "10:31", today)).toBe("10:31");
  expect(formatMoment("2026-11-20", "17:20", today)).toBe("Fri 17:20");
  expect(formatMoment("2026-11-12", "17:20", today)).toBe("12 Nov");
});

test("days count over months, years and the leap day", () => {
  expect(daysBetween("2026-12-31", "2027-01-01")).toBe(1);
  expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect([formatAge("2026-11-21", today), formatAge("2026-11-20", today), formatAge("2026-11-12", today)]).toEqual([
    "today",
    "1 day",
    "9 days",
  ]);
});
