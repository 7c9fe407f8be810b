import { expect, test } from "vitest";
import { initials } from "./initials.ts";

test("first and last name, in any script, told apart where they are the same", () => {
  expect(initials(["Mara Lind", "Åsa de la Cruz", "Min Lee", "mats-olof lund", "李雷", "sofia"])).toEqual([
    "ML",
    "ÅC",
    "ML2",
    "ML3",
    "李",
    "S",
  ]);
});
