import { expect, test } from "vitest";
import { people } from "./people.ts";

test.each([
  [{ sex: "Female" }, "women"],
  [{ Gender: "m" }, "men"],
  [{ sex: "f", race: "Black" }, "women with race Black"],
  [{ team: "women" }, "with team women"],
  [{ sex: "constructor" }, "with sex constructor"],
  [{ sex: "(missing)" }, "with sex (missing)"],
])("%j is said as %s", (group, said) => {
  expect(people(group)).toBe(said);
});
