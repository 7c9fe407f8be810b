import { expect, test } from "vitest";
import { producerVerdictWords, readingWords } from "./signal-words.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");

test("a reading is said with what it rests on", () => {
  expect(readingWords(null)).toBe("");
  expect(plain(readingWords({ kind: "share", count: 31, of: 4200 }))).toBe("31 of 4,200, 0.7 %");
  const exposure = { amount: 0.25, unit: "years" } as const;
  expect(readingWords({ kind: "events", count: 1, exposure })).toBe("1 event in 0.25 years");
  expect(readingWords({ kind: "events", count: 0, exposure })).toBe("0 events in 0.25 years");
  const interval = { low: 0.68, high: 0.74, level: 0.95 };
  expect(readingWords({ kind: "value", value: 0.71, unit: "F1", n: 4868, interval })).toBe(
    "0.71 F1, 0.68 to 0.74, n 4,868",
  );
  const said = (value: number) => readingWords({ kind: "value", value });
  expect([1700, 0.031, 0.80049, 1234567, 0, 0.00012346, 3e-9].map(said)).toEqual([
    "1,700",
    "0.031",
    "0.8005",
    "1,234,567",
    "0",
    "0.0001235",
    "3e-9",
  ]);
});

test("what a producer thinks is its own word, never that of our line", () => {
  expect(producerVerdictWords(null)).toBeNull();
  expect(producerVerdictWords("breach")?.word).toBe("over its limit");
});
