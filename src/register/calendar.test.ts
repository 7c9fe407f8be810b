import { describe, expect, test } from "vitest";
import { addDays, calendarDate, daysBetween, endOfDay, lastMonthEnd } from "./calendar.ts";

describe("calendarDate", () => {
  test("is the date where the organisation is, not in UTC", () => {
    expect(calendarDate(new Date("2026-11-20T23:30:00Z"), "Europe/Berlin")).toBe("2026-11-21");
    expect(calendarDate(new Date("2026-11-21T03:30:00Z"), "America/New_York")).toBe("2026-11-20");
  });
});

describe("endOfDay", () => {
  test("is the millisecond before the next local midnight, across a change of summer time", () => {
    expect(endOfDay("2026-10-31", "Europe/Berlin").toISOString()).toBe("2026-10-31T22:59:59.999Z");
    expect(endOfDay("2026-07-01", "Europe/Berlin").toISOString()).toBe("2026-07-01T21:59:59.999Z");
    expect(endOfDay("2026-10-24", "Europe/Berlin").toISOString()).toBe("2026-10-24T21:59:59.999Z");
  });
});

describe("dates", () => {
  test("count days over a leap February and a year's end", () => {
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(lastMonthEnd("2026-03-15")).toBe("2026-02-28");
    expect(lastMonthEnd("2026-01-01")).toBe("2025-12-31");
  });
});
