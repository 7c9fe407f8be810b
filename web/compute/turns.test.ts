import { expect, test } from "vitest";
import { takeTurn } from "./turns.ts";

test("turns come in the order they were asked for, one at a time", async () => {
  const seen: string[] = [];
  const first = await takeTurn();
  const second = takeTurn().then((giveBack) => {
    seen.push("second");
    return giveBack;
  });
  const third = takeTurn().then(() => seen.push("third"));
  await Promise.resolve();
  expect(seen).toEqual([]);
  first();
  const giveBack = await second;
  expect(seen).toEqual(["second"]);
  giveBack();
  await third;
  expect(seen).toEqual(["second", "third"]);
});
