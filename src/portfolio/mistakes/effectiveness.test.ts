import { expect, test } from "vitest";
import { mistakesIn, withRisk } from "../../../test/portfolio/mistakes-in.ts";

test.each<[string, string, string[]]>([
  [
    "control no effectiveness",
    withRisk("controls: [{ control: review, acts: loss }]"),
    [
      '11:16: control "review" has no effectiveness, neither here nor of its own; add `effectiveness: …` here or to the control',
    ],
  ],
  [
    "control acts",
    withRisk("controls: [{ control: review, acts: secondry, effectiveness: 0.1 }]"),
    ['11:41: acts is "secondry"; write secondary'],
  ],
  [
    "control twice",
    withRisk(
      "controls: [{ control: review, acts: secondary, effectiveness: 0.1 }, { control: review, acts: secondary, effectiveness: 0.1 }]",
    ),
    ['11:85: control "review" is there twice for secondary; remove or rename one; the first is in line 11'],
  ],
  [
    "coverage",
    withRisk("controls: [{ control: review, acts: loss, effectiveness: 0.1, coverage: 80 }]"),
    ["11:77: coverage 80 is above 1; write 1 or less, such as 0.8 for 80 %"],
  ],
])("%s", (_, text, expected) => {
  expect(mistakesIn(text)).toEqual(expected);
});

test("a control's own effectiveness is enough", () => {
  const text = withRisk("controls: [{ control: review, acts: loss }]");
  expect(mistakesIn(text.replace("status: working", "status: working, effectiveness: 0.3"))).toEqual([]);
});
