import { expect, test } from "vitest";
import { readInstant } from "./read-instant.ts";

const receivedAt = "2026-11-21T10:00:00Z";

test.each([
  ["2026-11-21T09:00:00Z", "2026-11-21T09:00:00.000Z"],
  ["2026-11-21t09:00:00.123456789z", "2026-11-21T09:00:00.123Z"],
  ["2026-11-21T09:00:00+01:00", "2026-11-21T08:00:00.000Z"],
  ["2026-11-21T09:00:00-0530", "2026-11-21T14:30:00.000Z"],
  ["2026-11-21T09:00:00+01", "2026-11-21T08:00:00.000Z"],
  ["2026-11-21 09:00:00.5", "2026-11-21T09:00:00.500Z"],
  ["2026-11-21T09:00", "2026-11-21T09:00:00.000Z"],
  [" 2026-11-20 ", "2026-11-20T00:00:00.000Z"],
  ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["1900-01-01", "1900-01-01T00:00:00.000Z"],
  ["2026-11-22T10:00:00Z", "2026-11-22T10:00:00.000Z"],
])("%s is %s", (written, instant) => {
  expect(readInstant(written, "at", receivedAt)).toBe(instant);
});

test.each([
  ["2026-02-29", "is no instant"],
  ["2026-13-01", "is no instant"],
  ["2026-11-21T24:00:00Z", "is no instant"],
  ["21.11.2026", "is no instant"],
  ["yesterday", "is no instant"],
  ["", "is no instant"],
  [1795251600, "is no instant"],
  [null, "is no instant"],
  ["1899-12-31T23:59:59Z", "lies before 1900"],
  ["0001-01-01T00:00:00Z", "lies before 1900"],
  ["2026-11-22T10:00:01Z", "lies in the future"],
  ["9999-12-31T23:59:59Z", "lies in the future"],
])("%s is refused: %s", (written, message) => {
  expect(() => readInstant(written, "at", receivedAt)).toThrow(message);
});
