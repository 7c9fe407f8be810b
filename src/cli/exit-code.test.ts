import { expect, test } from "vitest";
import { type FailureCode, failureCodes } from "../contract/failure.ts";
import { exitCodeOf } from "./exit-code.ts";

const table: Record<FailureCode, number> = {
  "invalid-input": 2,
  "not-found": 2,
  "too-large": 2,
  unauthenticated: 2,
  "already-exists": 4,
  forbidden: 4,
  "changed-since": 4,
  "in-use": 4,
  "newer-schema": 4,
  cancelled: 4,
  internal: 3,
};

test.each(failureCodes)("%s", (code) => {
  expect(exitCodeOf(code)).toBe(table[code]);
});
