import { expect, test } from "vitest";
import { peopleWords } from "./people-words.ts";

test.each([
  [{ sex: "Female" }, "women"],
  [{ Gender: "m" }, "men"],
  [{ sex: "f", race: "Black" }, "women with race Black"],
  [{ team: "women" }, "with team women"],
  [{ sex: "constructor" }, "with sex constructor"],
  [{ sex: "(missing)" }, "whose sex is not stated"],
  [{ ageBand: "18 to 25" }, "with ageBand “18 to 25”"],
  [{ region: "North-West" }, "with region North-West"],
  [{}, "people"],
])("%j is said as %s", (group, said) => {
  expect(peopleWords(group)).toBe(said);
});
