import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { FmeaFile } from "../../../../src/contract/fmea-file.ts";
import { readRating, readSheet, sheetOfModes, withNewMode } from "./fmea-draft.ts";

const example = parse(
  readFileSync(new URL("../../../../examples/llm-assistant-fmea/fmea.yaml", import.meta.url), "utf8"),
) as FmeaFile;

test("a file that is opened and saved without a change is the same file", () => {
  const { modes, ...base } = example;
  expect(readSheet(sheetOfModes(modes), base)).toMatchObject({ document: example, missing: 0 });
});

test.each([
  ["occurrence", "31/4200", { events: 31, of: 4200 }],
  ["occurrence", " 31 of 4,200 ", { events: 31, of: 4200 }],
  ["detection", "148/200", { caught: 148, of: 200 }],
  ["severity", "10", 10],
] as const)("%s typed as %j is read", (field, typed, value) => {
  expect(readRating(field, typed)).toEqual({ kind: "rating", value });
});

test.each([
  ["severity", "0"],
  ["severity", "11"],
  ["severity", "3/10"],
  ["occurrence", "2.5"],
  ["occurrence", "5/4"],
  ["detection", "0/0"],
  ["detection", "often"],
] as const)("%s typed as %j is a mistake that says what was typed", (field, typed) => {
  expect(readRating(field, typed)).toMatchObject({ kind: "mistake", what: expect.stringContaining(typed) });
});

test("what is not filled in is counted, and only what is whole is computed", () => {
  const sheet = withNewMode(sheetOfModes(example.modes));
  const read = readSheet(sheet, {});
  expect(read.document).toBeNull();
  expect(read.missing).toBe(4);
  expect(read.rated).toHaveLength(example.modes.length);
  expect(readSheet({ modes: [] }, {}).document).toBeNull();
});

test("expected failures are read where all of them are typed, and say what is missing where some are", () => {
  const [first] = sheetOfModes(example.modes).modes;
  const typed = (failures: Partial<(typeof first & object)["failures"]>) =>
    readSheet({ modes: [{ ...first!, failures: { ...first!.failures, ...failures } }] }, {});
  const whole = { perYear: "1,200", modeShare: "30 %", effectProbability: "0.5", years: "" };
  expect(typed(whole).document!.modes[0]!.failures).toEqual({
    perYear: 1200,
    modeShare: 0.3,
    effectProbability: 0.5,
    years: 1,
  });
  const lacking = typed({ perYear: "-3", modeShare: "130 %", effectProbability: "", years: "2" });
  expect(lacking.document).toBeNull();
  expect(Object.fromEntries(lacking.mistakes)).toEqual({
    "0.failures.perYear": "“-3” is no number from 0 up",
    "0.failures.modeShare": "“130 %” is no share; write 0 to 100 %, or 0 to 1",
    "0.failures.effectProbability": "missing; expected failures need all of these",
  });
});

test("a name that is given twice is a mistake of the second", () => {
  const [first] = sheetOfModes(example.modes).modes;
  const read = readSheet({ modes: [first!, { ...first!, key: 9 }] }, {});
  expect([...read.mistakes.keys()]).toEqual(["9.id"]);
});
