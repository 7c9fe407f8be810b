import { describe, expect, test } from "vitest";
import { mistakesIn, withRisk } from "../../../test/portfolio/mistakes-in.ts";

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
