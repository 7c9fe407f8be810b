import { describe, expect, test } from "vitest";
import { readPortfolio, readPortfolioOrFail } from "./read-portfolio.ts";

function mistakesIn(text: string): string[] {
  const read = readPortfolio(new TextEncoder().encode(text), "p.yaml");
  if (!("mistakes" in read)) return [];
  return read.mistakes.map(({ line, column, what, remedy }) => `${line}:${column}: ${what}; ${remedy}`);
}

function warningsIn(text: string): string[] {
  return readPortfolioOrFail(new TextEncoder().encode(text), "p.yaml").warnings.map(
    ({ line, column, what, remedy }) => `${line}:${column}: ${what}; ${remedy}`,
  );
}

/** A valid portfolio of one risk; `lines` are added to that risk. */
function withRisk(lines: string, top = ""): string {
  return `version: 1
${top}people: [{ id: mara }]
systems: [{ id: credit }]
controls: [{ id: review, status: working }]
risks:
  - id: bias
    system: credit
    category: ethical
    event: People are refused.
    owner: mara
${lines.replaceAll(/^/gm, "    ")}
`;
}

/** Line of the first line that `withRisk` adds, without `top`. */
const scenario = (frequency: string, loss = "{ primary: 1000 }") =>
  withRisk(`scenario:\n  frequency: ${frequency}\n  loss: ${loss}`);
const anEstimate = "an estimate, {threatEvents, vulnerability} or {contact, action, vulnerability}";
const topKeys =
  "version, organization, currency, timeZone, fiscalYearStart, rates, scale, categories, people, dependencies, systems, controls, limits, risks";

describe("a file that is no YAML", () => {
  test.each<[string, string, string[]]>([
    ["empty", "", ["1:1: file is empty; start it with `version: 1`"]],
    ["only comments", "# nothing yet\n", ["1:1: file is empty; start it with `version: 1`"]],
    ["a list", "- 1\n", ["1:1: file holds a list, not a portfolio; write a map that starts with `version: 1`"]],
    [
      "prose",
      "We have no risks.\n",
      ['1:1: file holds "We have no risks.", not a portfolio; write a map that starts with `version: 1`'],
    ],
    ["tab as indentation", "version: 1\nsystems:\n\t- id: a\n", ["3:1: tab in the indentation; indent with spaces"]],
    ["tab after a dash", "version: 1\nsystems:\n  -\tid: a\n", ["3:4: tab in the indentation; indent with spaces"]],
    ["open quote", 'version: 1\norganization: "A\nrisks: []\n', ['2:15: quote " is not closed; end the text with "']],
    [
      "colon in a text",
      "version: 1\norganization: Bank: retail\n",
      [
        '2:15: YAML: nested mappings are not allowed in compact mappings; put a text that has ": " in it in quotes, or correct the indentation',
      ],
    ],
    [
      "open bracket, and only the syntax is reported",
      "version: 2\nsystems: [{ id: a }\nrisks: []\n",
      [
        "3:1: YAML: flow sequence in block collection must be sufficiently indented and end with a ]; align it with its neighbours",
      ],
    ],
    ["unknown tag", "version: 1\nsystems: !list []\n", ["2:10: YAML: unresolved tag: !list; remove the tag"]],
    [
      "two documents",
      "version: 1\n---\nversion: 1\n",
      ["2:1: file has a second document; keep one document, without `---` between"],
    ],
    [
      "alias without anchor",
      "version: 1\nsystems: *all\n",
      ["2:10: alias *all has no anchor before it; write the value, or &all before it"],
    ],
    [
      "alias of itself",
      "version: 1\nsystems: &all [*all]\n",
      ["2:16: alias *all contains itself; write the value, or &all before it"],
    ],
    ["list as key", "version: 1\n? [a]\n: b\n", ["2:3: key is a list or a map; write a key as text"]],
    [
      "brackets without end",
      "[".repeat(100_000),
      ["1:100: lists and maps are nested too deeply; write them as the guide shows"],
    ],
    [
      "dashes without end",
      "- ".repeat(50_000),
      ["1:199: lists and maps are nested too deeply; write them as the guide shows"],
    ],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });

  test("aliases that would repeat a kilobyte to a gigabyte are refused", () => {
    const levels = Array.from({ length: 9 }, (_, i) => `  - &l${i + 1} [${Array(10).fill(`*l${i}`).join(", ")}]`);
    const bomb = `version: 1\nrisks:\n  - &l0 [${Array(10).fill("x").join(", ")}]\n${levels.join("\n")}\n`;
    const [mistake, ...others] = mistakesIn(bomb);
    expect(mistake).toMatch(/^\d+:\d+: aliases repeat too much; write the values themselves$/);
    expect(others).toEqual([]);
  });
});

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
        '13:24: primary has "about", no form of an estimate; write a number or {low, high}, {min, mode, max}, {alpha, beta}, {shape, rate}, {mu, sigma}, {samples}, {level}',
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
      ['12:37: unknown key "currency"; remove it; keys here are low, high'],
    ],
    [
      "frequency by both cuts",
      scenario("{ threatEvents: 1, contact: 2, vulnerability: 0.1 }"),
      [
        `12:18: frequency is over-specified: it has threatEvents and contact and vulnerability; keep one of ${anEstimate}`,
      ],
    ],
    [
      "frequency directly and by a cut",
      scenario("{ low: 1, high: 2, threatEvents: 3, vulnerability: 2 }"),
      [
        `12:18: frequency is over-specified: it has low and threatEvents and vulnerability; keep one of ${anEstimate}`,
        "12:69: vulnerability 2 is above 1; write 1 or less, such as 0.02 for 2 %",
      ],
    ],
    [
      "half a cut",
      scenario("{ threatEvents: 3 }"),
      [`12:18: frequency is under-specified: it has threatEvents without vulnerability; write ${anEstimate}`],
    ],
    [
      "a third of a cut",
      scenario("{ vulnerability: 0.3, contact: 5 }"),
      [`12:18: frequency is under-specified: it has contact and vulnerability without action; write ${anEstimate}`],
    ],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});

describe("references", () => {
  test.each<[string, string, string[]]>([
    [
      "system",
      withRisk("").replace("system: credit", "system: credt"),
      ['7:13: system "credt" is not in systems; write "credit"'],
    ],
    [
      "owner",
      withRisk("").replace("owner: mara", "owner: jo"),
      ['10:12: owner "jo" is not in people; add it to people, or write one of mara'],
    ],
    [
      "category",
      withRisk("").replace("ethical", "ethicl"),
      ['8:15: category "ethicl" is not in categories; write "ethical"'],
    ],
    [
      "category, near none",
      withRisk("").replace("ethical", "weather"),
      [
        '8:15: category "weather" is not in categories; write one of data, model, system, ethical, security, legal, third-party, human, or declare your own in categories',
      ],
    ],
    [
      "own taxonomy stands in for the default",
      withRisk("", "categories: [{ id: credit-risk }]\n"),
      ['9:15: category "ethical" is not in categories; add it to categories, or write one of credit-risk'],
    ],
    [
      "control",
      withRisk("controls: [{ control: reviews, acts: loss, effectiveness: 0.1 }]"),
      ['11:27: control "reviews" is not in controls; write "review"'],
    ],
    [
      "dependency",
      "version: 1\nsystems: [{ id: a, dependsOn: [llm] }]\n",
      ['2:32: dependency "llm" is not in dependencies; add it to dependencies'],
    ],
    [
      "who judged, and who does",
      withRisk(
        "residual: { likelihood: 1, impact: 1, basis: judged, by: jo, reason: r, reviewBy: 2027-01-01 }\ntreatment: { strategy: avoid, plan: [{ task: t, owner: jo, due: 2027-01-01 }] }",
      ),
      [
        '11:62: by "jo" is not in people; add it to people, or write one of mara',
        '12:60: owner "jo" is not in people; add it to people, or write one of mara',
      ],
    ],
    [
      "limit",
      withRisk(
        "",
        "limits:\n  - { scope: { system: credt, category: legl }, measure: prohibited, statement: s, approvedBy: jo }\n  - { scope: { risk: bia }, measure: prohibited, statement: s }\n",
      ),
      [
        '3:24: system "credt" is not in systems; write "credit"',
        '3:41: category "legl" is not in categories; write "legal"',
        '3:96: approvedBy "jo" is not in people; add it to people, or write one of mara',
        '4:22: risk "bia" is not in risks; write "bias"',
      ],
    ],
    ["people are free where the file names none", withRisk("").replace("people: [{ id: mara }]\n", ""), []],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});

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
      ['3:5: key "measure" is missing; write residualScore, annualLoss or prohibited'],
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

describe("scale", () => {
  const scale = (written: string) => `version: 1\nscale:\n${written.replaceAll(/^/gm, "  ")}\n`;
  const two =
    "likelihood: [{ name: a, from: 0 }, { name: b, from: 1 }]\nimpact: [{ name: a, from: 0 }, { name: b, from: 1 }]\n";
  test.each<[string, string, string[]]>([
    [
      "not rising",
      scale("likelihood:\n  - { name: a, from: 0 }\n  - { name: b, from: 2 }\n  - { name: c, from: 2 }"),
      ['6:24: level "c" starts at 2, no higher than the one before it (2); write levels that rise, lowest first'],
    ],
    [
      "nothing for zero",
      scale("impact: [{ name: a, from: 1 }, { name: b, from: 2 }]"),
      ['3:29: lowest level "a" starts at 1; write 0: what lies below the lowest level would have none'],
    ],
    [
      "end that is not the next start",
      scale("impact: [{ name: a, from: 0, to: 3 }, { name: b, from: 2, to: 2 }]"),
      [
        '3:36: level "a" ends at 3, but the next one starts at 2; remove `to`: a level ends where the next one starts',
        '3:65: level "b" ends at 2, no higher than it starts (2); write a top above 2',
      ],
    ],
    [
      "two of a name",
      scale("impact: [{ name: a, from: 0 }, { name: a, from: 2 }]"),
      ['3:42: name "a" is there twice; give each its own name'],
    ],
    ["one level", scale("impact: [{ name: a, from: 0 }]"), ["3:11: impact has 1 entry; write at least 2"]],
    [
      "rows and entries",
      scale(`${two}bands:\n  - [low]`),
      [
        "6:5: bands has 1 row; write 2, one for each likelihood level, lowest first",
        "6:7: row 1 of bands has 1 entry; write 2, one for each impact level, lowest first",
      ],
    ],
    [
      "unknown band",
      scale(`${two}bands: [[low, hihg], [low, high]]`),
      ['5:17: band "hihg" is not one of the band names; write one of low, medium, high, critical'],
    ],
    [
      "falling bands",
      scale(`${two}bands: [[medium, low], [low, high]]`),
      [
        '5:20: band "low" is lower than the one before it; never let a greater impact lower the band',
        '5:27: band "low" is lower than the one above it; never let a greater likelihood lower the band',
      ],
    ],
    [
      "below the severity floor",
      scale(`${two}severityFloor: { impact: 2, band: medium }\nbands: [[low, low], [low, high]]`),
      [
        '6:17: band "low" is lower than the severity floor; write medium or higher from impact 2 up, or change severityFloor',
      ],
    ],
    [
      "severity floor outside the scale",
      scale(`${two}severityFloor: { impact: 3, band: severe }`),
      [
        "5:28: impact level 3 is outside the scale; write a level from 1 (a) to 2 (b)",
        '5:37: band "severe" is not one of the band names; write one of low, medium, high, critical',
      ],
    ],
    [
      "ratings are held against the scale of the file",
      withRisk("inherent: { likelihood: 3, impact: { money: 3 } }", `scale: { ${two.trim().replace("\n", ", ")} }\n`),
      [
        "12:29: likelihood level 3 is outside the scale; write a level from 1 (a) to 2 (b)",
        "12:49: impact level 3 is outside the scale; write a level from 1 (a) to 2 (b)",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected);
  });
});

describe("a valid file", () => {
  test("needs no more than a version", () => {
    expect(readPortfolioOrFail(new TextEncoder().encode("version: 1\n"), "p.yaml").portfolio).toEqual({ version: 1 });
  });

  test("may have a byte order mark, CRLF and any script in its names", () => {
    const text = "\uFEFFversion: 1\r\nsystems:\r\n  - id: a\r\n    name: 信用スコア 🚢 أهلا\r\n";
    expect(readPortfolioOrFail(new TextEncoder().encode(text), "p.yaml").portfolio).toEqual({
      version: 1,
      systems: [{ id: "a", name: "信用スコア 🚢 أهلا" }],
    });
    expect(mistakesIn(text.replace("version: 1", "version: 3"))).toEqual(["1:10: version is 3; write 1"]);
  });

  test("says where its values stand", () => {
    const { positions } = readPortfolioOrFail(new TextEncoder().encode(withRisk("")), "p.yaml");
    expect(positions.place(["risks", 0, "event"])).toBe("p.yaml:9:12");
    expect(positions.of(["risks", 0, "event"], "key")).toEqual({ line: 9, column: 5 });
    expect(positions.place(["risks", 0, "scenario", "loss"])).toBe("p.yaml:6:5");
  });

  test("may be probably not what is meant", () => {
    const text = `version: 1
dependencies: [{ id: llm, kind: vendor }]
systems: [{ id: credit }, { id: idle }, { id: old, stage: retired }]
controls:
  - { id: unused, status: working }
  - { id: gone, status: retired }
  - { id: soon, status: planned }
limits: [{ scope: portfolio, measure: residualScore, appetite: 12, tolerance: 30 }]
risks:
  - id: bias
    system: credit
    category: ethical
    event: People are refused.
    owner: mara
    controls: [{ control: soon, acts: loss, effectiveness: 0.2 }]
`;
    expect(warningsIn(text)).toEqual([
      `2:16: no system depends on "llm"; name it in a system's dependsOn, or remove it`,
      '3:27: system "idle" has no risk; add its risks',
      `5:5: no risk uses the control "unused"; name it in a risk's controls, or remove it`,
      '7:5: planned control "soon" has no due date; add `due: …`, the day by which it is to work',
      "8:79: tolerance 30 is above 25, the highest score of the scale; write a score that can be reached",
      '10:5: risk "bias" is unrated; add inherent levels or a scenario; until then it is shown as unrated',
    ]);
  });
});

test("all mistakes of a file come at once, in its order", () => {
  const text = `version: 1
curency: EUR
systems:
  - { id: credit, stage: prod }
  - { id: credit }
risks:
  - id: bias
    system: credt
    category: ethical
    event: People are refused.
    inherent: { likelihood: 7, impact: 0 }
    scenario:
      frequency: { low: 3, high: 2 }
      loss: { primary: { low: 1, high: 2, currency: USD } }
`;
  expect(mistakesIn(text).map((mistake) => mistake.split(";")[0])).toEqual([
    '2:1: unknown key "curency"',
    '4:26: stage is "prod"',
    '5:11: system "credit" is there twice',
    '7:5: key "owner" is missing',
    '8:13: system "credt" is not in systems',
    "11:29: likelihood level 7 is outside the scale",
    "11:40: impact 0 is below 1",
    "13:25: low 3 is greater than high 2",
    "14:53: currency USD has no rate to EUR",
  ]);
});

test("a mistake carries its file and a JSON pointer", () => {
  const read = readPortfolio(new TextEncoder().encode("version: 1\nsystems: [{ id: a, owner: {} }]\n"), "p.yaml");
  expect(read).toEqual({
    mistakes: [
      { file: "p.yaml", path: "/systems/0/owner", line: 2, column: 27, what: "owner is a map", remedy: "write an id" },
    ],
  });
});
