import { expect, test } from "vitest";
import { EvidenceError } from "./evidence-error.ts";

test("names the field, the value and the remedy", () => {
  const error = new EvidenceError("events", -1, "give a count from 0 up");
  expect(error.message).toBe("events -1 is no evidence; give a count from 0 up");
  expect(new EvidenceError("events", undefined, "give one").message).toMatch(/^events undefined /);
});
