import { expect, test } from "vitest";
import { inScope } from "./in-scope.ts";
import type { LimitScope } from "./limit-line.ts";

const risk = { id: "drift", system: "fraud", category: "model" };

test.each<[LimitScope, boolean]>([
  ["portfolio", true],
  [{ risk: "drift" }, true],
  [{ risk: "other" }, false],
  [{ system: "fraud" }, true],
  [{ system: "other" }, false],
  [{ category: "model" }, true],
  [{ category: "other" }, false],
  [{ system: "fraud", category: "model" }, true],
  [{ system: "fraud", category: "other" }, false],
  [{ system: "other", category: "model" }, false],
])("%j holds the risk: %s", (scope, expected) => {
  expect(inScope(scope, risk)).toBe(expected);
});
