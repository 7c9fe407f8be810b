import { expect, test } from "vitest";
import { statusWord } from "./status-word.ts";

test.each([
  [{ status: "ok" }, "within appetite"],
  [{ status: "warning" }, "over appetite"],
  [{ status: "breach" }, "over tolerance"],
  [{ status: "breach", overdue: true }, "over tolerance, deadline passed"],
  [{ status: "warning", overdue: true }, "over appetite"],
  [{ status: "unknown" }, "not rated"],
  [{ status: "unknown", residual: { score: 9 } }, "no line drawn"],
] as const)("%o is %s", (standing, word) => {
  expect(statusWord(standing)).toBe(word);
});
