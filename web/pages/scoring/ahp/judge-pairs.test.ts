import { expect, test } from "vitest";
import { ratioOf } from "../../../../src/contract/structured/ratio-of.ts";
import { linkedGroups, pairsOf, unlinkedWords, withJudgement } from "./judge-pairs.ts";
import { pairWords, ratioAt, stepOf } from "./pair-words.ts";

const things = ["safety", "privacy", "law", "trust"].map((name, key) => ({ key, name }));
const judgements = [{ left: 0, right: 1, ratio: 3, reason: "lives" }];

test("every place of the slider is a ratio of Saaty's scale and leads back to itself", () => {
  const steps = Array.from({ length: 17 }, (_, at) => at - 8);
  expect(steps.map((step) => stepOf(ratioOf(ratioAt(step))) + 0)).toEqual(steps);
  expect([ratioAt(-8), ratioAt(0), ratioAt(8)]).toEqual([9, 1, "1/9"]);
});

test("a pair is said in words, whichever way it was written", () => {
  const [left, right] = things as [(typeof things)[number], (typeof things)[number]];
  expect(pairWords({ left, right, ratio: 5 })).toBe("safety strongly outweighs privacy");
  expect(pairWords({ left, right, ratio: 1 / 3 })).toBe("privacy moderately outweighs safety");
  expect(pairWords({ left, right, ratio: 1 })).toBe("safety and privacy weigh alike");
  const turned = withJudgement(judgements, { left: 1, right: 0 }, 4);
  expect(pairsOf(things, turned)[0]!.ratio).toBe(1 / 4);
  expect(turned).toEqual([{ left: 1, right: 0, ratio: 4, reason: "lives" }]);
  expect(withJudgement(judgements, { left: 1, right: 0 }, null)).toEqual([]);
});

test("what is not linked is named, with a pair that would link it", () => {
  expect(linkedGroups(things, judgements).map((group) => group.length)).toEqual([2, 1, 1]);
  expect(unlinkedWords(things, judgements)).toBe(
    "No judgement links law with safety and privacy: compare one of safety and privacy with law; a further part is not linked either.",
  );
  const chain = [...judgements, { left: 1, right: 2, ratio: 1 }, { left: 3, right: 2, ratio: 2 }];
  expect(unlinkedWords(things, chain)).toBeNull();
  expect(unlinkedWords(things.slice(0, 1), [])).toBeNull();
});
