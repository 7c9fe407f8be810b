import { expect, test } from "vitest";
import { marks } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import { isOverLine, markKind, markKinds, markWords } from "./mark-kind.ts";

const breach = marks.find(({ overdue }) => overdue)!;
const within = marks.find(({ status }) => status === "ok")!;

test("the residual mark is the server's status, and a passed deadline makes it worse", () => {
  expect(markKind(breach, "residual")).toBe("critical");
  expect(markKind({ ...breach, overdue: false }, "residual")).toBe("breach");
  expect(markKind(within, "residual")).toBe("ok");
});

test("inherent and target are held against the same line; reaching it is over it", () => {
  const line = { ...within.line!, appetite: 12, tolerance: 20 };
  const at = (score: number) => markKind({ ...within, line, inherent: { ...within.inherent!, score } }, "inherent");
  expect([11, 12, 19, 20].map(at)).toEqual(["ok", "warning", "warning", "breach"]);
});

test("a rated risk that no line covers is neither within nor over, in any state", () => {
  const unlined = { ...within, line: null, status: "unknown" as const };
  for (const state of ["inherent", "residual", "target"] as const) expect(markKind(unlined, state)).toBe("unlined");
  expect(markWords.unlined).toBe("no line drawn");
  expect(isOverLine("unlined")).toBe(false);
  expect(markKinds.indexOf("unlined")).toBeGreaterThan(markKinds.indexOf("ok"));
});

test("an unrated risk is not rated, with a line or without", () => {
  const unrated = { ...within, inherent: null, residual: null, target: null, status: "unknown" as const };
  expect(markKind(unrated, "residual")).toBe("unknown");
  expect(markKind({ ...unrated, line: null }, "target")).toBe("unknown");
});
