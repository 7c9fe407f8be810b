import { describe, expect, test } from "vitest";
import { mistakesIn, withRisk } from "../../../test/portfolio/mistakes-in.ts";

describe("identity", () => {
  test.each<[string, string, string[]]>([
    [
      "id twice",
      "version: 1\nsystems:\n  - id: a\n  - id: b\n  - id: a\n",
      ['5:9: system "a" is there twice; remove or rename one; the first is in line 3'],
    ],
    ["the same id in two kinds is fine", "version: 1\npeople: [{ id: a }]\nsystems: [{ id: a }]\n", []],
    [
      "the same record by an alias",
      "version: 1\nsystems:\n  - &a { id: a }\n  - *a\n",
      ['4:5: system "a" is there twice; remove or rename one; the first is in line 3'],
    ],
    [
      "formerly the id itself",
      "version: 1\nsystems: [{ id: a, formerly: a }]\n",
      ['2:30: formerly "a" is the id itself; remove it'],
    ],
    [
      "formerly a living id",
      "version: 1\nsystems: [{ id: a, formerly: b }, { id: b }]\n",
      ['2:30: formerly "b" is the id of another system; name an id that is no longer used; this one is in line 2'],
    ],
    [
      "formerly twice",
      "version: 1\nsystems: [{ id: a, formerly: c }, { id: b, formerly: c }]\n",
      ['2:54: formerly "c" is there twice; remove or rename one; the first is in line 2'],
    ],
    [
      "control twice for the same",
      withRisk(
        "controls:\n  - { control: review, acts: loss, effectiveness: 0.1 }\n  - { control: review, acts: frequency, effectiveness: 0.1 }\n  - { control: review, acts: loss, effectiveness: 0.2 }",
      ),
      ['14:20: control "review" is there twice for loss; remove or rename one; the first is in line 12'],
    ],
    [
      "rate twice, and from the own currency",
      "version: 1\nrates:\n  - &usd { from: USD, rate: 0.9, on: 2026-01-01, source: ECB }\n  - { from: USD, rate: 0.8, on: 2026-02-01, source: ECB }\n  - { from: EUR, rate: 1, on: 2026-02-01, source: ECB }\n",
      [
        '4:13: rate from "USD" is there twice; remove or rename one; the first is in line 3',
        "5:13: rate from EUR is from the portfolio's own currency; remove it, or correct the currency",
      ],
    ],
    [
      "the same line drawn twice",
      "version: 1\nlimits:\n  - { scope: portfolio, measure: annualLoss, exceeds: 5, appetite: 0.1, tolerance: 0.2 }\n  - { scope: portfolio, measure: annualLoss, exceeds: 9, appetite: 0.1, tolerance: 0.2 }\n  - { scope: portfolio, measure: annualLoss, exceeds: 5, appetite: 0.3, tolerance: 0.4 }\n",
      ['5:5: limit "portfolio-annual-loss-over-5" is there twice; remove or rename one; the first is in line 3'],
    ],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
