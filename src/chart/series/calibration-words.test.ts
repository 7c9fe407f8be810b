import { expect, test } from "vitest";
import { intervalCalibration } from "../../engine/quantification/calibration/interval-calibration.ts";
import { calibrationAdvice, calibrationSentence } from "./calibration-words.ts";

const answers = (hits: number, n: number) =>
  Array.from({ length: n }, (_, k) => ({ low: 50, high: 150, truth: k < hits ? 100 : 200 }));
const plain = (text: string) => text.replaceAll(/\s/g, " ");
const judged = (hits: number, n: number) => intervalCalibration(answers(hits, n));

test("the hit rate is said with its interval and with what was meant", () => {
  expect(plain(calibrationSentence(judged(14, 20)))).toBe(
    "14 of 20 intervals held the truth: 70 %, with 95 % between 46 % and 88 %; 90 % was meant.",
  );
  expect(calibrationSentence(judged(0, 0))).toBe("No interval is judged yet.");
});

test("the advice follows the verdict", () => {
  expect(calibrationAdvice(judged(3, 5))).toBe("5 answers are too few to judge by; ten are the least.");
  expect(calibrationAdvice(judged(10, 20))).toMatch(/^Over-confident: .* About [\d.]+ times as wide/);
  expect(calibrationAdvice(judged(18, 20))).toMatch(/absence of evidence/);
  expect(calibrationAdvice(judged(40, 40))).toMatch(/^Under-confident/);
});
