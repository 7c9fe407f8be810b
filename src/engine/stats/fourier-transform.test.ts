import { expect, test } from "vitest";
import { fourierTransform } from "./fourier-transform.ts";

test.each([4, 8, 64, 4096])("length %d: a shifted pulse has its phase, and sums are conserved (Parseval)", (length) => {
  const { forward } = fourierTransform(length);
  const re = new Float64Array(length / 2 + 1);
  const im = new Float64Array(length / 2 + 1);
  const pulse = new Float64Array(length);
  pulse[3] = 2;
  forward(pulse, re, im);
  for (let k = 0; k <= length / 2; k++) {
    expect(Math.abs(re[k]! - 2 * Math.cos((6 * Math.PI * k) / length))).toBeLessThan(1e-14);
    expect(Math.abs(im[k]! + 2 * Math.sin((6 * Math.PI * k) / length))).toBeLessThan(1e-14);
  }
  const ramp = Float64Array.from({ length }, (_, j) => Math.sin(j * j));
  forward(ramp, re, im);
  let power = 0;
  for (let k = 0; k <= length / 2; k++) power += (k === 0 || k === length / 2 ? 1 : 2) * (re[k]! ** 2 + im[k]! ** 2);
  const energy = ramp.reduce((sum, x) => sum + x * x, 0);
  expect(Math.abs(power / length / energy - 1)).toBeLessThan(1e-13);
});

test("the product of two spectra is their circular convolution", () => {
  const transform = fourierTransform(8);
  const spectrum = (x: Float64Array) => {
    const parts = { re: new Float64Array(5), im: new Float64Array(5) };
    transform.forward(x, parts.re, parts.im);
    return parts;
  };
  const a = spectrum(Float64Array.of(0.5, 0.5, 0, 0, 0, 0, 0, 0));
  const b = spectrum(Float64Array.of(0, 0, 0, 0, 0, 0, 0, 1));
  const re = a.re.map((x, k) => x * b.re[k]! - a.im[k]! * b.im[k]!);
  const im = a.re.map((x, k) => x * b.im[k]! + a.im[k]! * b.re[k]!);
  const back = new Float64Array(8);
  transform.inverse(re, im, back);
  [0.5, 0, 0, 0, 0, 0, 0, 0.5].forEach((mass, j) => void expect(back[j]).toBeCloseTo(mass, 14));
});

test.each([0, 2, 6, 12.5, Number.NaN])("length %d is refused", (length) => {
  expect(() => fourierTransform(length)).toThrow(/power of two/);
});
