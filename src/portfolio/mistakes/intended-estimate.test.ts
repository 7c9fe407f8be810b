import { expect, test } from "vitest";
import { mistakesIn, withRisk } from "../../../test/portfolio/mistakes-in.ts";

const scenario = (frequency: string, loss = "{ primary: 1000 }") =>
  withRisk(`scenario:\n  frequency: ${frequency}\n  loss: ${loss}`);

test.each<[string, string, string[]]>([
  [
    "pert ends",
    scenario("{ min: 1, mode: 3, max: 5, ends: percentile }"),
    ['12:51: ends is "percentile"; write percentiles'],
  ],
  ["quantiles ok", scenario("{ quantiles: [{ p: 0.5, value: 1 }, { p: 0.95, value: 9 }] }"), []],
  [
    "quantiles one",
    scenario("{ quantiles: [{ p: 0.5, value: 1 }] }"),
    ["12:31: quantiles has 1 entry; write at least 2"],
  ],
  [
    "quantiles disorder",
    scenario("{ quantiles: [{ p: 0.5, value: 1 }, { p: 0.4, value: 9 }, { p: 0.9, value: 2 }] }"),
    [
      "12:54: p 0.4 is not above 0.5, the one before it; write the points in rising order of p",
      "12:76: value 2 is not above 9, the one before it; write values that rise with p, or one number if it is certain",
    ],
  ],
  [
    "quantile p 1",
    scenario("{ quantiles: [{ p: 0.5, value: 1 }, { p: 95, value: 9 }] }"),
    ["12:59: p 95 is above 1; write less than 1, such as 0.95 for 95 %"],
  ],
  [
    "quantile value 0",
    scenario("{ quantiles: [{ p: 0.5, value: 0 }, { p: 0.9, value: 9 }] }"),
    ["12:49: value 0 is not above 0; write more than 0"],
  ],
  [
    "quantile mistyped",
    scenario("{ quantiles: [{ p: 0.5, val: 1 }, { p: 0.9, value: 9 }] }"),
    ['12:42: unknown key "val"; write "value"'],
  ],
  [
    "experts ok",
    scenario(
      "{ experts: [{ by: mara, estimate: { low: 1, high: 2 } }, { by: A. Expert, weight: 2, on: 2026-01-01, source: s, estimate: 2 }], pool: linear }",
    ),
    [],
  ],
  [
    "experts no pool",
    scenario("{ experts: [{ by: mara, estimate: 1 }] }"),
    ['12:18: key "pool" is missing; add `pool: …` with linear or quantiles'],
  ],
  [
    "experts pool",
    scenario("{ experts: [{ by: mara, estimate: 1 }], pool: mean }"),
    ['12:64: pool is "mean"; write linear or quantiles'],
  ],
  [
    "expert bad",
    scenario(
      "{ experts: [{ by: mara, estimate: { low: 3, high: 2 } }, { estimate: { low: 1 } }, { by: x, estimate: { experts: [] } }], pool: linear }",
    ),
    [
      "12:59: low 3 is greater than high 2; swap them",
      '12:75: key "by" is missing; add `by: …` with a text',
      '12:87: key "high" is missing; add `high: …` with a number of 0 or more',
      '12:120: estimate has "experts", no form of an estimate; write a number or {low, high}, {min, mode, max}, {alpha, beta}, {shape, rate}, {mu, sigma}, {samples}, {quantiles}, {level}',
    ],
  ],
  [
    "expert level",
    scenario("{ experts: [{ by: mara, estimate: { level: 7 } }], pool: linear }"),
    ["12:61: likelihood level 7 is outside the scale; write a level from 1 (rare) to 5 (frequent)"],
  ],
  [
    "expert currency",
    scenario(
      "1",
      "{ primary: { experts: [{ by: mara, estimate: { low: 1, high: 2, currency: USD } }], pool: linear } }",
    ),
    ['13:77: unknown key "currency"; remove it; keys here are low, high'],
  ],
  [
    "value + form",
    scenario("{ value: 3, low: 1, high: 2 }"),
    ["12:18: frequency has low and value; keep one form: {low, high} or {value}"],
  ],
  [
    "value prov",
    scenario("{ value: 3, source: the log, by: mara, on: 2026-02-30 }"),
    ['12:61: on "2026-02-30" is not a day that exists; correct the date'],
  ],
  [
    "prov only",
    scenario("{ source: the log }"),
    [
      '12:18: frequency has "source", no form of an estimate; write a number or {low, high}, {min, mode, max}, {alpha, beta}, {shape, rate}, {mu, sigma}, {samples}, {quantiles}, {experts, pool}, {value}, {level}',
    ],
  ],
  ["prov mistyped", scenario("{ low: 1, high: 2, sorce: the log }"), ['12:37: unknown key "sorce"; write "source"']],
  [
    "truncate empty",
    scenario("{ low: 1, high: 2, truncate: {} }"),
    ["12:47: truncate has neither from nor to; write from, to or both"],
  ],
  [
    "truncate order",
    scenario("{ low: 1, high: 2, truncate: { from: 3, to: 2 } }"),
    ["12:55: from 3 is not below to 2; write from below to"],
  ],
  ["cap 0", scenario("{ low: 1, high: 2, cap: 0 }"), ["12:42: cap 0 is not above 0; write more than 0"]],
  [
    "cap of frequency by turnover",
    scenario("{ low: 1, high: 2, cap: { turnoverShare: 0.04 } }"),
    ["12:42: cap is a map; write a number of 0 or more"],
  ],
  [
    "cap empty",
    scenario("1", "{ primary: { low: 1, high: 2, cap: {} } }"),
    ["13:48: cap has neither amount nor turnoverShare; write amount, turnoverShare or both"],
  ],
  [
    "cap text",
    scenario("1", "{ primary: { low: 1, high: 2, cap: 4 % } }"),
    ['13:48: cap is the text "4 %"; write 0.04'],
  ],
  [
    "cap mistyped",
    scenario("1", "{ primary: { low: 1, high: 2, cap: { turnovershare: 0.04 } } }"),
    ['13:50: unknown key "turnovershare"; write "turnoverShare"'],
  ],
  [
    "insurance on frequency",
    scenario("{ low: 1, high: 2, insurance: { deductible: 1, limit: 2 } }"),
    ['12:37: unknown key "insurance"; remove it; keys here are low, high, truncate, cap, source, by, on'],
  ],
  [
    "insurance half",
    scenario("1", "{ primary: { low: 1, high: 2, insurance: { deductible: 1 } } }"),
    ['13:54: key "limit" is missing; add `limit: …` with a number of 0 or more'],
  ],
  [
    "insurance limit",
    scenario("1", "{ primary: { low: 1, high: 2, insurance: { deductible: -1, limit: 0 } } }"),
    ["13:68: deductible -1 is below 0; write 0 or more", "13:79: limit 0 is not above 0; write more than 0"],
  ],
])("%s", (_, text, expected) => {
  expect(mistakesIn(text)).toEqual(expected);
});
