import { expect, test } from "vitest";
import { mistakesIn } from "../../../test/portfolio/mistakes-in.ts";

const system = (deps: string, sys: string, causes: string) => `version: 1
dependencies: [${deps}]
systems: [{ id: credit${sys} }]
risks:
  - id: bias
    system: credit
    category: ethical
    event: People are refused.
    owner: mara
    scenario:
      frequency: 1
      loss: { primary: 5 }
      commonCauses: [${causes}]
`;

test.each<[string, string, string[]]>([
  [
    "ok",
    system(
      "{ id: llm, kind: vendor, strikes: { low: 0.1, high: 1 } }",
      ", dependsOn: [llm]",
      "{ cause: llm, probability: 0.4 }",
    ),
    [],
  ],
  [
    "no strikes",
    system("{ id: llm, kind: vendor }", ", dependsOn: [llm]", "{ cause: llm, probability: 0.4 }"),
    ['13:31: cause "llm" has no strikes; add `strikes: …` to the dependency, how often it fails a year'],
  ],
  [
    "not depends",
    system("{ id: llm, kind: vendor, strikes: 1 }", "", "{ cause: llm, probability: 0.4 }"),
    [
      '13:31: cause "llm" is not among what the system "credit" depends on; add it to the system\'s dependsOn, or remove it here',
    ],
  ],
  [
    "unknown",
    system("{ id: llm, kind: vendor, strikes: 1 }", ", dependsOn: [llm]", "{ cause: lm, probability: 0.4 }"),
    ['13:31: cause "lm" is not in dependencies; write "llm"'],
  ],
  [
    "twice",
    system(
      "{ id: llm, kind: vendor, strikes: 1 }",
      ", dependsOn: [llm]",
      "{ cause: llm, probability: 0.4 }, { cause: llm, probability: 0.2 }",
    ),
    ['13:65: common cause "llm" is there twice; remove or rename one; the first is in line 13'],
  ],
  [
    "prob",
    system("{ id: llm, kind: vendor, strikes: { level: 9 } }", ", dependsOn: [llm]", "{ cause: llm, probability: 4 }"),
    [
      "2:59: likelihood level 9 is outside the scale; write a level from 1 (rare) to 5 (frequent)",
      "13:49: probability 4 is above 1; write 1 or less, such as 0.04 for 4 %",
    ],
  ],
])("%s", (_, text, expected) => {
  expect(mistakesIn(text)).toEqual(expected);
});
