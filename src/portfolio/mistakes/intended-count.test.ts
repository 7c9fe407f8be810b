import { expect, test } from "vitest";
import { mistakesIn, withRisk } from "../../../test/portfolio/mistakes-in.ts";

const counted = (count: string) => withRisk(`scenario:\n  frequency: 1\n  loss: { primary: 1 }\n  count: ${count}`);

test.each<[string, string, string[]]>([
  [
    "count",
    counted("{ kind: negative-binomial }"),
    ['14:14: key "size" is missing; add `size: …` with a number of 0 or more'],
  ],
  [
    "count kind",
    counted("{ kind: negative-binomal, size: 1 }"),
    ['14:22: kind is "negative-binomal"; write negative-binomial'],
  ],
  [
    "count no kind",
    counted("{ size: 1 }"),
    ['14:14: key "kind" is missing; write poisson, negative-binomial, zero-inflated or at-most-one'],
  ],
  [
    "count text",
    counted("poisson"),
    [
      '14:14: count is the text "poisson"; write {kind: poisson}, {kind: negative-binomial, size: …}, {kind: zero-inflated, silent: …} or {kind: at-most-one}',
    ],
  ],
  ["count size", counted("{ kind: negative-binomial, size: 0 }"), ["14:47: size 0 is not above 0; write more than 0"]],
  [
    "count other key",
    counted("{ kind: zero-inflated, size: 2, silent: 1 }"),
    [
      '14:37: unknown key "size"; remove it; keys here are kind, silent',
      "14:54: silent 1 is not below 1; write less than 1",
    ],
  ],
])("%s", (_, text, expected) => {
  expect(mistakesIn(text)).toEqual(expected);
});
