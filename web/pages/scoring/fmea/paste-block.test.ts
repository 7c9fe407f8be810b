import { expect, test } from "vitest";
import { type FmeaSheet, readSheet, sheetOfModes } from "./fmea-draft.ts";
import { pasteBlock, pastedWords, readBlock } from "./paste-block.ts";

const sheet: FmeaSheet = sheetOfModes([
  { id: "leaks", severity: 9, occurrence: 3, detection: 4, cause: "kept" },
  { id: "stalls", severity: 2, occurrence: 6, detection: 2 },
]);

test("a block is cut at tabs and line ends, and a quoted cell holds both", () => {
  expect(readBlock("a\tb\r\nc\td\r\n")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(readBlock('"two\nlines"\t"say ""no"""\tx"y')).toEqual([["two lines", 'say "no"', 'x"y']]);
  expect(readBlock("a\n\n\tb")).toEqual([["a"], [""], ["", "b"]]);
  expect(readBlock("")).toEqual([[""]]);
});

test("it fills the sheet from its place on, makes the rows that are missing, and keeps the rest", () => {
  const pasted = pasteBlock(sheet, { row: 1, column: 0 }, "slow\t3\t31/4200\t5\ninvents\t8\t2\t7\n");
  expect(pasted).toMatchObject({ rows: 2, newRows: 1, leftOut: 0 });
  expect(readSheet(pasted.sheet, {}).document).toEqual({
    modes: [
      { id: "leaks", severity: 9, occurrence: 3, detection: 4, cause: "kept" },
      { id: "slow", severity: 3, occurrence: { events: 31, of: 4200 }, detection: 5 },
      { id: "invents", severity: 8, occurrence: 2, detection: 7 },
    ],
  });
  expect(pastedWords(pasted)).toBe("2 rows pasted, 1 of them new. Undo takes all of it back.");
});

test("what cannot be read is kept and said at its cell; what falls on a figure is left out and counted", () => {
  const pasted = pasteBlock(sheet, { row: 0, column: 1 }, "eleven\t3\t4\t108\thigh\t1\t5");
  const [mode] = pasted.sheet.modes;
  expect(mode).toMatchObject({ now: { severity: "eleven", occurrence: "3" }, after: { severity: "5" } });
  expect(readSheet(pasted.sheet, {}).mistakes.get("0.now.severity")).toContain("“eleven” is no severity");
  expect(pasted.leftOut).toBe(3);
  expect(pastedWords(pasted)).toContain("3 values left out");
});

test("a sheet holds no more than a file does", () => {
  const pasted = pasteBlock(sheet, { row: 1, column: 0 }, "x\n".repeat(6000));
  expect(pasted.sheet.modes).toHaveLength(5000);
  expect(pasted).toMatchObject({ rows: 4999, leftOut: 1001 });
});
