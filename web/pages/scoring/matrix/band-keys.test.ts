import { expect, test } from "vitest";
import { bandKeys, bandOfKey } from "./band-keys.ts";

test("each band has the first letter that is free, and its number", () => {
  expect(bandKeys(["low", "medium", "high", "critical"])).toEqual(["l", "m", "h", "c"]);
  const names = ["severe", "serious", "ss", "Ärger", "7"];
  expect(bandKeys(names)).toEqual(["s", "e", "", "ä", ""]);
  expect(["s", "E", "Ä", "3", "5", "6", "0", "ArrowUp", "x"].map((key) => bandOfKey(key, names))).toEqual([
    0,
    1,
    3,
    2,
    4,
    null,
    null,
    null,
    null,
  ]);
});
