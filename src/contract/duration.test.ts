import { expect, test } from "vitest";
import { duration, durationMs } from "./duration.ts";

test.each([
  ["1m", 60_000],
  ["15m", 900_000],
  ["6h", 21_600_000],
  ["30d", 2_592_000_000],
])("%s is %d ms", (written, ms) => {
  expect(durationMs(duration.parse(written))).toBe(ms);
});

test.each(["0d", "-1d", "1.5h", "1w", "d", "1 d", "1234567d", ""])("%j is refused with how to write it", (written) => {
  expect(duration.safeParse(written).error?.issues[0]?.message).toMatch(/^write a whole number with m, h or d/);
});
