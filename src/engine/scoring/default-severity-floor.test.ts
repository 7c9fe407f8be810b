import { expect, test } from "vitest";
import { defaultSeverityFloor } from "./default-severity-floor.ts";

test("starts in the upper fifth but one of the impacts, at the second band", () => {
  const impacts = [2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(impacts.map((levels) => defaultSeverityFloor(levels, ["a", "b"]).impact)).toEqual([2, 3, 4, 4, 5, 6, 7, 8, 8]);
  expect(defaultSeverityFloor(5, ["green", "amber", "red"]).band).toBe("amber");
});
