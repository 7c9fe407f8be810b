import { expect, test } from "vitest";
import { peerValue, peerValues } from "./peer-answer.ts";

test("what is no number is null, what is endless says so", () => {
  expect(peerValues({ a: 0.25, b: 0 / 0, c: 1 / 0 })).toEqual({ a: 0.25, b: null, c: "inf" });
  expect(peerValue(-1 / 0)).toBe("-inf");
});
