import { expect, test } from "vitest";
import { csvShape, lineOfRecord } from "./csv-shape.ts";

test.each([
  [";", "a;b;c\n1,5;2;3\n"],
  ["\t", "a\tb\n1,2\t3\n"],
  ["|", "a|b\nx|y\n"],
  [",", 'a,b\n"x;y;z","1;2"\n'],
])("the delimiter is %j", (delimiter, text) => {
  expect(csvShape(text, true).delimiter).toBe(delimiter);
});

test("a header in quotes, records with lines inside, and a last record that is cut off", () => {
  const shape = csvShape('"a ""x""",b\r\n"one\r\ntwo",2\r\n\r\n3,4\r\n5', false);
  expect(shape.header).toEqual(['a "x"', "b"]);
  expect(shape.records).toEqual([
    ["one\r\ntwo", "2"],
    ["3", "4"],
  ]);
});

test("one column needs no delimiter", () => {
  expect(csvShape("sex\nf\nm\n", true)).toMatchObject({ header: ["sex"], records: [["f"], ["m"]] });
});

test.each([
  [1, 2],
  [2, 5],
  [3, 8],
])("record %d begins on line %d, in chunks of any size", async (record, line) => {
  const bytes = Buffer.from('a,b\r\nx,"1\r\n2""\n3"\r\ny,2\n\n\nz,3\n');
  for (const size of [1, 3, 100]) {
    async function* chunks() {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
    }
    expect(await lineOfRecord(chunks(), record)).toBe(line);
  }
});
