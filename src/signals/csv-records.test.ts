import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRecords, csvText } from "./csv-records.ts";

test.each([
  [
    "a,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a,b\r\n1,2\r\n\r\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a,b\r1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    'a,b\n"1,\n""x""",\n',
    [
      ["a", "b"],
      ['1,\n"x"', ""],
    ],
  ],
  [
    "a;b\n1,5;2\n",
    [
      ["a", "b"],
      ["1,5", "2"],
    ],
  ],
  [
    "a\tb\n1\t2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    'a,b\n"1"x,2',
    [
      ["a", "b"],
      ["1x", "2"],
    ],
  ],
  [
    "a,b\n,\n",
    [
      ["a", "b"],
      ["", ""],
    ],
  ],
  ["", []],
])("%j is read by RFC 4180", (text, records) => {
  expect(csvRecords(text)).toMatchObject({ records, end: "whole" });
});

test("a text that ends within quotes is told, without its last record", () => {
  expect(csvRecords('a,b\n1,2\n3,"4')).toEqual({
    delimiter: ",",
    records: [
      ["a", "b"],
      ["1", "2"],
    ],
    end: "within-quotes",
  });
});

test("what is written is read again, whatever the cells", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r", "\t", " ", "é") });
  const table = fc
    .nat(3)
    .chain((more) => fc.array(fc.array(cell, { minLength: more + 2, maxLength: more + 2 }), { minLength: 1 }));
  fc.assert(
    fc.property(table, (records) => {
      // A header of plain names decides the delimiter.
      const header = (records[0] ?? []).map((_, at) => `c${at}`);
      expect(csvRecords(csvText([header, ...records], ",")).records).toEqual([header, ...records]);
    }),
  );
});
