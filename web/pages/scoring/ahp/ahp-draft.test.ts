import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { AhpFile } from "../../../../src/contract/ahp-file.ts";
import { ratioOf } from "../../../../src/contract/structured/ratio-of.ts";
import {
  pairsOf,
  pairWords,
  ratioAt,
  readPairs,
  sheetOfPairs,
  stepOf,
  withJudgement,
  withNewItem,
  withoutItem,
} from "./ahp-draft.ts";

const example = parse(
  readFileSync(new URL("../../../../examples/harm-weights/ahp.yaml", import.meta.url), "utf8"),
) as AhpFile;
const sheet = sheetOfPairs(example);

test("a file that is opened and saved without a change is the same file", () => {
  const { items: _, judgements: __, ...base } = example;
  expect(readPairs(sheet, base)).toEqual({ document: example, missing: null });
});

test("every place of the slider is a ratio of Saaty's scale and leads back to itself", () => {
  const steps = Array.from({ length: 17 }, (_, at) => at - 8);
  expect(steps.map((step) => stepOf(ratioOf(ratioAt(step))) + 0)).toEqual(steps);
  expect([ratioAt(-8), ratioAt(0), ratioAt(8)]).toEqual([9, 1, "1/9"]);
});

test("a pair is said in words, whichever way it was written", () => {
  const [left, right] = sheet.items as [(typeof sheet.items)[number], (typeof sheet.items)[number]];
  expect(pairWords({ left, right, ratio: 5 })).toBe("physical-safety strongly outweighs discrimination");
  expect(pairWords({ left, right, ratio: 1 / 3 })).toBe("discrimination moderately outweighs physical-safety");
  expect(pairWords({ left, right, ratio: 1 })).toBe("physical-safety and discrimination weigh alike");
  const turned = withJudgement(sheet, { left: 1, right: 0 }, 4);
  expect(pairsOf(turned)[0]!.ratio).toBe(1 / 4);
  expect(turned.judgements).toHaveLength(sheet.judgements.length);
});

test("an item that goes takes its judgements along, and a new one is compared with nothing", () => {
  const fewer = withoutItem(sheet, 0);
  expect(fewer.judgements).toHaveLength(10);
  const more = withNewItem(fewer);
  expect(pairsOf(more).filter(({ ratio }) => ratio === null)).toHaveLength(5);
  expect(readPairs(more, {}).missing).toBe("an item has no name");
});
