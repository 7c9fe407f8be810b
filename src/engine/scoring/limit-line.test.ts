import { describe, expect, test } from "vitest";
import { limitLine, type ScoreLine } from "./limit-line.ts";

const line = (id: string, scope: ScoreLine["scope"], appetite = 12, tolerance = 20): ScoreLine => ({
  id,
  scope,
  appetite,
  tolerance,
});
const risk = { id: "drift", system: "fraud", category: "model" };
/** From the most general to the most specific. */
const nested = [
  line("portfolio", "portfolio"),
  line("category", { category: "model" }),
  line("system", { system: "fraud" }),
  line("cell", { system: "fraud", category: "model" }),
  line("risk", { risk: "drift" }),
];

describe("limitLine", () => {
  test.each([1, 2, 3, 4, 5])("of the %d most general lines the narrowest holds, in any order", (count) => {
    const lines = nested.slice(0, count);
    expect(limitLine(lines)(risk)?.id).toBe(lines.at(-1)!.id);
    expect(limitLine(lines.toReversed())(risk)?.id).toBe(lines.at(-1)!.id);
  });

  test("a narrower line holds though it is more lenient", () => {
    const lines = [line("all", "portfolio", 6, 10), line("fraud", { system: "fraud" }, 20, 25)];
    expect(limitLine(lines)(risk)?.id).toBe("fraud");
  });

  test("lines of other risks, systems and categories do not hold", () => {
    const others = [
      line("a", { risk: "other" }),
      line("b", { system: "other" }),
      line("c", { category: "other" }),
      line("d", { system: "fraud", category: "other" }),
    ];
    expect(limitLine(others)(risk)).toBeNull();
    expect(limitLine([])(risk)).toBeNull();
  });

  test("of two lines of one scope the stricter holds, whichever comes first", () => {
    const lines = [
      line("loose", "portfolio", 12, 20),
      line("strict", "portfolio", 9, 20),
      line("same", "portfolio", 9, 20),
    ];
    expect(limitLine(lines)(risk)?.id).toBe("strict");
    expect(limitLine([line("late", "portfolio", 9, 18), ...lines])(risk)?.id).toBe("late");
  });
});
