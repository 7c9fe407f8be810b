import { expect, test } from "vitest";
import { addCountTransform } from "./count-transform.ts";
import type { RateLaw } from "./rate-law.ts";

const ANGLES = [0, 0.4, 1.7, 3];
const loss = {
  re: Float64Array.from(ANGLES, (t) => 0.9 * Math.cos(t)),
  im: Float64Array.from(ANGLES, (t) => 0.9 * Math.sin(t)),
};
const transform = (law: RateLaw, weight = 1) => {
  const into = { re: new Float64Array(4), im: new Float64Array(4) };
  addCountTransform({ law, loss, weight, into });
  return into;
};
const mix = (values: number[], weights: number[]) => transform({ kind: "mixed", values, weights });

test("a rule of one rate is that rate, by series and by exponential", () => {
  for (const rate of [0.3, 20, 47.9, 48.1, 300]) {
    const { re, im } = mix([rate], [1]);
    const fixed = transform({ kind: "fixed", rate });
    re.forEach((x, k) => void expect(Math.abs(x - fixed.re[k]!)).toBeLessThan(2e-10));
    im.forEach((y, k) => void expect(Math.abs(y - fixed.im[k]!)).toBeLessThan(2e-10));
  }
});

test("a rule that straddles the change of method is the sum of its parts, in any order", () => {
  const { re } = mix([200, 1, 60, 5], [0.1, 0.4, 0.2, 0.3]);
  const parts = [
    transform({ kind: "fixed", rate: 1 }),
    transform({ kind: "fixed", rate: 5 }),
    transform({ kind: "fixed", rate: 60 }),
    transform({ kind: "fixed", rate: 200 }),
  ];
  re.forEach((x, k) => {
    const expected = [0.4, 0.3, 0.2, 0.1].reduce((sum, weight, n) => sum + weight * parts[n]!.re[k]!, 0);
    expect(Math.abs(x - expected)).toBeLessThan(2e-10);
  });
});

test("a gamma of shape 1 is geometric: 1/(1 + (1 − f)/rate)", () => {
  const { re, im } = transform({ kind: "gamma", shape: 1, rate: 0.5 }, 2);
  loss.re.forEach((x, k) => {
    const [a, b] = [1 + (1 - x) / 0.5, -loss.im[k]! / 0.5];
    expect(re[k]).toBeCloseTo((2 * a) / (a * a + b * b), 13);
    expect(im[k]).toBeCloseTo((-2 * b) / (a * a + b * b), 13);
  });
});

test("a silent year and one event at most are 1 where nothing happens", () => {
  const otherwise = { kind: "fixed", rate: 2 } as const;
  const inflated = transform({ kind: "zero-inflated", silent: 0.25, otherwise }, 2);
  const one = transform({ kind: "at-most-one", probability: 0.3 }, 2);
  const plain = transform(otherwise, 2);
  loss.re.forEach((x, k) => {
    expect(inflated.re[k]).toBeCloseTo(0.5 + 0.75 * plain.re[k]!, 13);
    expect(inflated.im[k]).toBeCloseTo(0.75 * plain.im[k]!, 13);
    expect(one.re[k]).toBeCloseTo(1.4 + 0.6 * x, 13);
    expect(one.im[k]).toBeCloseTo(0.6 * loss.im[k]!, 13);
  });
});
