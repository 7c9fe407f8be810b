import { describe, expect, test } from "vitest";
import { mistakesIn, withRisk } from "../../../test/portfolio/mistakes-in.ts";

const topKeys =
  "version, organization, currency, annualTurnover, timeZone, fiscalYearStart, rawDays, rates, scale, categories, people, dependencies, systems, controls, limits, risks";

describe("keys", () => {
  test.each<[string, string, string[]]>([
    ["unknown, near a known one", "version: 1\nsytems: []\n", ['2:1: unknown key "sytems"; write "systems"']],
    ["unknown, near none", "version: 1\nfoo: 1\n", [`2:1: unknown key "foo"; remove it; keys here are ${topKeys}`]],
    [
      "a mistyped key is not also missing",
      withRisk("").replace("owner: mara", "ownr: mara"),
      ['10:5: unknown key "ownr"; write "owner"'],
    ],
    [
      "the right name is there too",
      "version: 1\nsystems: []\nsytems: []\n",
      ['3:1: unknown key "sytems"; remove it: "systems" is there already'],
    ],
    [
      "twice",
      "version: 1\nsystems: []\nsystems: []\n",
      ['3:1: key "systems" is there twice; remove one; the first is in line 2'],
    ],
    [
      "merge key",
      "version: 1\n<<: { systems: [] }\n",
      ["2:1: merge key <<; write the keys themselves: YAML 1.2 has no merge keys"],
    ],
    [
      "that is part of every object",
      "version: 1\n__proto__: { currency: XXX }\n",
      [`2:1: unknown key "__proto__"; remove it; keys here are ${topKeys}`],
    ],
    ["missing", "systems: []\n", ['1:1: key "version" is missing; add `version: …` with 1']],
    [
      "missing in a record",
      "version: 1\ncontrols:\n  - id: review\n",
      ['3:5: key "status" is missing; add `status: …` with planned, working, failing or retired'],
    ],
    [
      "a judgement without its reasons",
      withRisk("residual: { likelihood: 1, impact: 1, basis: judged }"),
      [
        '11:15: key "by" is missing; add `by: …` with an id',
        '11:15: key "reason" is missing; add `reason: …` with a text',
        '11:15: key "reviewBy" is missing; add `reviewBy: …` with a date such as 2026-09-30',
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});

describe("values", () => {
  test.each<[string, string, string[]]>([
    ["version of another format", "version: 2\n", ["1:10: version is 2; write 1"]],
    [
      "map for a list",
      "version: 1\nsystems: { id: a }\n",
      ["2:10: systems is a map; write a list: each entry starts with a dash"],
    ],
    [
      "nothing",
      "version: 1\nsystems:\n",
      ["2:1: systems is empty; write a list: each entry starts with a dash, or remove the key"],
    ],
    ["empty text", 'version: 1\norganization: " "\n', ["2:15: organization is empty; write at least one character"]],
    [
      "control character",
      'version: 1\norganization: "a\\u0000"\n',
      ['2:15: organization "a\\u0000" is not well formed; write it on one line, without control characters'],
    ],
    [
      "lone surrogate",
      'version: 1\norganization: "\\ud800"\n',
      ['2:15: organization "\\ud800" is not well formed; write it on one line, without control characters'],
    ],
    ["long name", withRisk(`name: ${"long ".repeat(13)}`), ["11:11: name has 64 characters; shorten it to 60"]],
    ["number for a text", "version: 1\norganization: 42\n", ['2:15: organization is 42; put it in quotes: "42"']],
    [
      "number with separators",
      'version: 1\nsystems:\n  - { id: a, decisionsPerYear: "400,000" }\n',
      ['3:32: decisionsPerYear is the text "400,000"; write 400000, without quotes or separators'],
    ],
    [
      "word for a number",
      "version: 1\nsystems:\n  - { id: a, decisionsPerYear: many }\n",
      ['3:32: decisionsPerYear is the text "many"; write a number of 0 or more'],
    ],
    [
      "negative number",
      "version: 1\nsystems:\n  - { id: a, peopleAffected: -1 }\n",
      ["3:30: peopleAffected -1 is below 0; write 0 or more"],
    ],
    ["month", "version: 1\nfiscalYearStart: 13\n", ["2:18: fiscalYearStart 13 is above 12; write 12 or less"]],
    [
      "yes for true",
      "version: 1\nsystems:\n  - { id: a, customerFacing: yes }\n",
      ['3:30: customerFacing is the text "yes"; write true'],
    ],
    [
      "word of a list of words",
      "version: 1\nsystems:\n  - { id: a, stage: prod }\n",
      ['3:21: stage is "prod"; write production'],
    ],
    [
      "id",
      "version: 1\nsystems:\n  - { id: Credit Scoring }\n",
      [
        '3:11: id "Credit Scoring" is not well formed; write lower-case letters, digits and single hyphens, such as credit-scoring',
      ],
    ],
    [
      "day that does not exist",
      withRisk("assessed: 2026-02-30"),
      ['11:15: assessed "2026-02-30" is not a day that exists; correct the date'],
    ],
    [
      "date in another order",
      withRisk("assessed: 30.09.2026"),
      ['11:15: assessed "30.09.2026" is not a date; write it as year-month-day, such as 2026-09-30'],
    ],
    [
      "address",
      "version: 1\npeople: [{ id: a, email: mara }]\n",
      ['2:26: email "mara" is not an address; write it as name@example.com'],
    ],
    [
      "currency",
      "version: 1\ncurrency: euro\n",
      ['2:11: currency "euro" is not well formed; write a three-letter currency code such as EUR'],
    ],
    [
      "time zone, near one",
      "version: 1\ntimeZone: Europe/Berln\n",
      ['2:11: time zone "Europe/Berln" is unknown; write Europe/Berlin'],
    ],
    [
      "time zone, an offset",
      'version: 1\ntimeZone: "+02:00"\n',
      ['2:11: time zone "+02:00" is unknown; write a name such as Europe/Berlin or UTC'],
    ],
    [
      "level with a fraction",
      withRisk("inherent: { likelihood: 2.5, impact: 3 }"),
      ["11:29: likelihood is 2.5; write a whole number of 1 or more"],
    ],
    [
      "impact without a kind",
      withRisk("inherent: { likelihood: 2, impact: {} }"),
      [
        "11:40: impact names no kind of harm; write a level for at least one of people, rights, money, legal, operations, reputation",
      ],
    ],
    [
      "impact by a kind that there is not",
      withRisk("inherent: { likelihood: 2, impact: { mony: 2 } }"),
      ['11:42: unknown key "mony"; write "money"'],
    ],
    [
      "impact as a word",
      withRisk("inherent: { likelihood: 2, impact: high }"),
      [
        '11:40: impact is the text "high"; write a level such as 3, or a level for each kind of harm such as {rights: 4, money: 3}',
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});
