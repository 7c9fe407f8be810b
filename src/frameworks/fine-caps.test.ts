import { expect, test } from "vitest";
import { type FineCap, fineCap, fineCaps, type UndertakingSize } from "./fine-caps.ts";

const cap = (id: (typeof fineCaps)[number]["id"]): FineCap => fineCaps.find((one) => one.id === id)!;

test.each([
  ["ai-act-prohibited-practice", 1e9, "larger", 70e6],
  ["ai-act-prohibited-practice", 100e6, "larger", 35e6],
  ["ai-act-prohibited-practice", 100e6, "small mid-cap", 35e6],
  ["ai-act-prohibited-practice", 10e6, "sme", 0.7e6],
  ["ai-act-obligation", 1e9, "larger", 30e6],
  ["ai-act-obligation", 200e6, "small mid-cap", 6e6],
  ["ai-act-obligation", 20e6, "sme", 0.6e6],
  ["ai-act-incorrect-information", 1e9, "larger", 10e6],
  ["ai-act-incorrect-information", 200e6, "small mid-cap", 2e6],
  ["ai-act-general-purpose-model", 20e6, "sme", 15e6],
  ["gdpr-principle-or-right", 1e9, "larger", 40e6],
  ["gdpr-principle-or-right", 10e6, "sme", 20e6],
  ["gdpr-obligation", 1e9, "larger", 20e6],
] as const)("%s at a turnover of %d, %s: %d", (id, turnoverEur, size, most) => {
  expect(fineCap(cap(id), { turnoverEur, size })).toBe(most);
});

test("ends of the range: without turnover the sum, for the small nothing", () => {
  for (const one of fineCaps as readonly FineCap[]) {
    expect(fineCap(one, { turnoverEur: 0, size: "larger" })).toBe(one.sumEur);
    const small = one.lowerFor.includes("sme") ? 0 : one.sumEur;
    expect(fineCap(one, { turnoverEur: 0, size: "sme" })).toBe(small);
  }
});

test("the lower never exceeds the higher, a cap never falls with turnover", () => {
  for (const one of fineCaps as readonly FineCap[]) {
    let last = 0;
    for (const turnoverEur of [1e6, 1e8, 4e8, 5e8, 1e10]) {
      const most = (size: UndertakingSize) => fineCap(one, { turnoverEur, size });
      expect(most("sme")).toBeLessThanOrEqual(most("larger"));
      expect(most("larger")).toBeGreaterThanOrEqual(last);
      last = most("larger");
    }
  }
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("a turnover of %d is refused", (turnoverEur) => {
  expect(() => fineCap(fineCaps[0], { turnoverEur, size: "larger" })).toThrow(/turnover .* is not an amount; give EUR/);
});
