import { describe, expect, test } from "vitest";
import { mistakesIn, withRisk } from "../../../test/portfolio/mistakes-in.ts";

const scenario = (frequency: string, loss = "{ primary: 1000 }") =>
  withRisk(`scenario:\n  frequency: ${frequency}\n  loss: ${loss}`);
const anEstimate = "an estimate, {threatEvents, vulnerability} or {contact, action, vulnerability}";

describe("estimates", () => {
  test.each<[string, string, string[]]>([
    ["low > high", scenario("{ low: 2, high: 1 }"), ["12:25: low 2 is greater than high 1; swap them"]],
    [
      "low of 0",
      scenario("{ low: 0, high: 1 }"),
      [
        "12:25: low 0 is not above 0; an interval is read as lognormal: write a low above 0, or {min, max} or {min, mode, max}",
      ],
    ],
    ["low = high is certain", scenario("{ low: 1, high: 1 }"), []],
    [
      "mode < min",
      scenario("{ min: 2, mode: 1, max: 3 }"),
      ["12:34: mode 1 is less than min 2; write min ≤ mode ≤ max"],
    ],
    [
      "mode > max",
      scenario("{ min: 1, mode: 4, max: 3 }"),
      ["12:34: mode 4 is greater than max 3; write min ≤ mode ≤ max"],
    ],
    ["min > max", scenario("{ min: 4, max: 3 }"), ["12:25: min 4 is greater than max 3; swap them"]],
    ["negative frequency", scenario("-1"), ["12:18: frequency -1 is below 0; write 0 or more"]],
    ["negative loss", scenario("1", "{ primary: { min: -5, max: 5 } }"), ["13:31: min -5 is below 0; write 0 or more"]],
    ["not a number", scenario(".nan"), ["12:18: frequency is NaN; write a number that is finite"]],
    ["infinite", scenario("{ low: 1, high: .inf }"), ["12:34: high is Infinity; write a number that is finite"]],
    [
      "probability above 1",
      scenario("{ threatEvents: 4, vulnerability: 30 }"),
      ["12:52: vulnerability 30 is above 1; write 1 or less, such as 0.3 for 30 %"],
    ],
    [
      "probability in percent",
      scenario("{ threatEvents: 4, vulnerability: 30 % }"),
      ['12:52: vulnerability is the text "30 %"; write 0.3'],
    ],
    [
      "effectiveness below 0",
      withRisk("controls: [{ control: review, acts: loss, effectiveness: { min: -0.1, max: 0.5 } }]"),
      ["11:69: min -0.1 is below 0; write 0 or more"],
    ],
    [
      "forms mixed",
      scenario("1", "{ primary: { low: 1, mode: 3 } }"),
      ["13:24: primary has low and mode; keep one form: {low, high} or {min, mode, max}"],
    ],
    ["half a form", scenario("{ low: 1 }"), ['12:18: key "high" is missing; add `high: …` with a number of 0 or more']],
    ["mistyped form", scenario("{ lo: 1, high: 2 }"), ['12:20: unknown key "lo"; write "low"']],
    [
      "no form",
      scenario("1", "{ primary: { about: 3 } }"),
      [
        '13:24: primary has "about", no form of an estimate; write a number or {low, high}, {min, mode, max}, {alpha, beta}, {shape, rate}, {mu, sigma}, {samples}, {quantiles}, {experts, pool}, {value}, {level}',
      ],
    ],
    [
      "list",
      scenario("1", "{ primary: [1, 2] }"),
      ["13:24: primary is a list; write {samples: […]} for a list of cases"],
    ],
    ["no samples", scenario("{ samples: [] }"), ["12:29: samples has 0 entries; write at least 1"]],
    [
      "lognormal without a variance",
      scenario("{ mu: 100000, sigma: 1 }"),
      [
        "12:24: mu 100000 with sigma 1 has no finite variance in numbers; mu and sigma are of the natural logarithm: write mu as ln(median), such as 11.5 for 100000",
      ],
    ],
    [
      "level outside the scale of likelihood",
      scenario("{ level: 6 }"),
      ["12:27: likelihood level 6 is outside the scale; write a level from 1 (rare) to 5 (frequent)"],
    ],
    [
      "level outside the scale of impact",
      scenario("1", "{ primary: { level: 6 } }"),
      ["13:33: impact level 6 is outside the scale; write a level from 1 (minor) to 5 (severe)"],
    ],
    [
      "currency without a rate",
      scenario("1", "{ primary: { low: 1, high: 2, currency: USD } }"),
      ["13:53: currency USD has no rate to EUR; add { from: USD, rate: …, on: …, source: … } to rates"],
    ],
    ["the portfolio's own currency", scenario("1", "{ primary: { low: 1, high: 2, currency: EUR } }"), []],
    [
      "currency of a frequency",
      scenario("{ low: 1, high: 2, currency: EUR }"),
      ['12:37: unknown key "currency"; remove it; keys here are low, high, truncate, cap, source, by, on'],
    ],
    [
      "frequency by both cuts",
      scenario("{ threatEvents: 1, contact: 2, vulnerability: 0.1 }"),
      [
        "12:34: threatEvents is over-specified: it is given and made by contact; remove threatEvents, or remove contact",
      ],
    ],
    [
      "frequency directly and by a cut",
      scenario("{ low: 1, high: 2, threatEvents: 3, vulnerability: 2 }"),
      [
        "12:18: frequency is over-specified: it is given by low and high and made by threatEvents and vulnerability; remove low and high, or remove threatEvents and vulnerability",
        "12:69: vulnerability 2 is above 1; write 1 or less, such as 0.02 for 2 %",
      ],
    ],
    [
      "half a cut",
      scenario("{ threatEvents: 3 }"),
      [
        `12:18: frequency is under-specified: it has threatEvents without vulnerability; add vulnerability, or write ${anEstimate}`,
      ],
    ],
    [
      "a third of a cut",
      scenario("{ vulnerability: 0.3, contact: 5 }"),
      [
        `12:18: frequency is under-specified: it has contact and vulnerability without action; add action, or write ${anEstimate}`,
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});

describe("limits", () => {
  const limit = (written: string) => `version: 1\nlimits:\n  - { scope: portfolio, ${written} }\n`;
  test.each<[string, string, string[]]>([
    [
      "appetite > tolerance",
      limit("measure: annualLoss, exceeds: 5, appetite: 0.3, tolerance: 0.2"),
      [
        "3:68: appetite 0.3 is greater than tolerance 0.2; write an appetite no greater than the tolerance: the warning comes before the breach",
      ],
    ],
    [
      "key of another measure",
      limit("measure: residualScore, appetite: 3, tolerance: 4, exceeds: 5"),
      ['3:76: key "exceeds" does not belong to the measure residualScore; remove it; it goes with annualLoss'],
    ],
    [
      "unknown measure",
      limit("measure: annualLos, exceeds: 5, appetite: 3, tolerance: 4"),
      [
        '3:34: measure is "annualLos"; write annualLoss',
        "3:67: appetite 3 is above 1; write 1 or less, such as 0.03 for 3 %",
        "3:81: tolerance 4 is above 1; write 1 or less, such as 0.04 for 4 %",
      ],
    ],
    [
      "no measure",
      limit("appetite: 3, tolerance: 4"),
      ['3:5: key "measure" is missing; write residualScore, annualLoss, disparity or prohibited'],
    ],
    [
      "limit on a disparity",
      limit(
        "measure: disparity, disparity: demographicParityRato, attributes: sex, appetite: 0.8, tolerance: 0.9, rationale: r, approvedBy: jo, approvedOn: 2026-03-02",
      ),
      [
        '3:14: scope is the text "portfolio"; write {system: …}',
        '3:56: disparity is "demographicParityRato"; write demographicParityRatio',
        '3:91: attributes is the text "sex"; write a list: each entry starts with a dash',
      ],
    ],
    [
      "limit on a ratio that is drawn the wrong way round",
      limit(
        "measure: disparity, disparity: demographicParityRatio, attributes: [sex], appetite: 0.8, tolerance: 0.9, rationale: r, approvedBy: jo, approvedOn: 2026-03-02",
      ),
      [
        '3:14: scope is the text "portfolio"; write {system: …}',
        "3:109: appetite 0.8 of a ratio is less than tolerance 0.9; write an appetite no less than the tolerance: a ratio that falls meets the warning before the breach",
      ],
    ],
    [
      "limit on a disparity of a whole category, which nobody approved",
      "version: 1\nlimits: [{ scope: { category: ethical }, measure: disparity, disparity: f1Ratio, attributes: [sex], appetite: 1.2, tolerance: 0.8 }]\n",
      [
        '2:10: key "approvedBy" is missing; add `approvedBy: …` with an id',
        '2:10: key "approvedOn" is missing; add `approvedOn: …` with a date such as 2026-09-30',
        '2:10: key "rationale" is missing; add `rationale: …` with a text',
        '2:19: key "system" is missing; add `system: …` with an id',
        '2:21: unknown key "category"; remove it; keys here are system',
        "2:111: appetite 1.2 of a ratio is not below 1; write a share such as 0.8; 1 is no disparity",
      ],
    ],
    [
      "no scope that we know",
      "version: 1\nlimits: [{ scope: everything, measure: prohibited, statement: s }]\n",
      [
        '2:19: scope is the text "everything"; write portfolio, {system: …}, {category: …}, {system: …, category: …} or {risk: …}',
      ],
    ],
    [
      "scope of two kinds",
      withRisk("", "limits: [{ scope: { risk: bias, system: credit }, measure: prohibited, statement: s }]\n"),
      ["2:19: scope has risk beside system or category; keep the risk alone, or remove it"],
    ],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
