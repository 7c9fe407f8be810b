import { expect, test } from "vitest";
import { scoringMethod } from "./scoring-method.ts";

test("the method that scores carry is named and versioned", () => {
  expect(scoringMethod).toEqual({ name: expect.stringMatching(/^[a-z-]+$/), version: expect.stringMatching(/^\d+$/) });
});
