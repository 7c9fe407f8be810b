import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type FileScale, scale as scaleSchema } from "../../../../src/contract/scale.ts";
import { checkScale } from "../../../../src/contract/structured/check-scale.ts";
import { flooredScale } from "../../../../src/contract/structured/floored-scale.ts";
import { defaultScale } from "../../../../src/engine/scoring/default-scale.ts";
import { scaleFindings } from "../../../../src/portfolio/mistakes/scale.ts";
import {
  withBandAbove,
  withBandName,
  withCells,
  withLevel,
  withLevelAbove,
  withoutBand,
  withoutLevel,
  withTop,
} from "./change-draft.ts";
import { type Axis, draftOfScale, type MatrixDraft } from "./matrix-draft.ts";
import { drawnScale, firstMistake, readDraft } from "./read-draft.ts";

const northwind = (
  parse(readFileSync(new URL("../../../../examples/northwind/plimsoll.yaml", import.meta.url), "utf8")) as {
    scale: FileScale;
  }
).scale;
const start = draftOfScale(undefined);
const withFrom = (draft: MatrixDraft, axis: Axis, index: number, from: string) =>
  withLevel(draft, axis, { ...draft[axis].levels[index]!, from });
/** What the draft says is wrong, and what a file with the same scale would be refused for. */
const mistakesOf = (draft: MatrixDraft) => [...readDraft(draft).mistakes.keys()];

describe("a scale that is opened and not changed", () => {
  test.each([
    ["the default one", undefined],
    ["one that states only its score", { score: "sum" as const }],
    ["the example's", northwind],
  ])("%s is written in full, scores the same and is found the same", (_, file) => {
    const { file: written, figures, mistakes } = readDraft(draftOfScale(file));
    expect([...mistakes]).toEqual([]);
    expect(scaleSchema.parse(written)).toEqual(written);
    expect(scaleFindings({ scale: written })).toEqual([]);
    expect(flooredScale(written!)).toEqual(flooredScale(file));
    expect(checkScale(figures!)).toEqual(checkScale(flooredScale(file)));
  });

  test("keeps every criterion", () => {
    const { file } = readDraft(draftOfScale(northwind));
    expect(file!.likelihood!.map(({ criterion }) => criterion)).toEqual(
      northwind.likelihood!.map(({ criterion }) => criterion),
    );
    expect(file!.impact!.map(({ criteria }) => criteria)).toEqual(northwind.impact!.map(({ criteria }) => criteria));
  });
});

describe("what cannot be read", () => {
  test.each([
    [
      "a bound that is no number",
      withFrom(start, "likelihood", 2, "often"),
      "likelihood.2.from",
      "“often” is no number",
    ],
    ["a gap", withFrom(start, "impact", 2, ""), "impact.2.from", "missing; write an amount"],
    ["a bound below 0", withFrom(start, "impact", 1, "-5"), "impact.1.from", "“-5” is below 0"],
    ["bounds that do not rise", withFrom(start, "likelihood", 2, "0.1"), "likelihood.2.from", "0.1 is no higher than"],
    ["no top", withTop(start, "impact", ""), "impact.top", "missing; without a top"],
    ["a top that is too low", withTop(start, "likelihood", "3"), "likelihood.top", "3 is no higher than where"],
  ])("%s is said at its field and keeps the figures from being computed", (_, draft, field, what) => {
    const read = readDraft(draft);
    expect([...read.mistakes.keys()]).toEqual([field]);
    expect(read.mistakes.get(field)).toContain(what);
    expect([read.file, read.figures]).toEqual([null, null]);
    expect(drawnScale(draft, null).bands).toEqual(defaultScale.bands);
  });

  test("names that are missing or there twice keep it from being saved, and figures go on", () => {
    const first = start.likelihood.levels[0]!;
    const draft = withBandName(withLevel(start, "likelihood", { ...first, name: "likely" }), 2, " ");
    const read = readDraft(draft);
    expect([...read.mistakes.keys()]).toEqual(["likelihood.3.name", "band.2"]);
    expect(firstMistake(draft, read.mistakes)).toBe(
      "level 4 of likelihood: “likely” twice; give each level a name of its own",
    );
    expect(read.file).toBeNull();
    expect(checkScale(read.figures!).bandNames).toEqual(["low", "medium", "band 3", "critical"]);
    expect(checkScale(read.figures!).axioms).toEqual(checkScale(flooredScale(undefined)).axioms);
  });

  test.each([
    ["falls with impact", withCells(start, [{ row: 4, column: 4 }], 1), ["cell.4.4"]],
    ["falls with likelihood", withCells(start, [{ row: 4, column: 1 }], 0), ["cell.4.1"]],
    ["lies below the floor", withCells(start, [{ row: 0, column: 3 }], 0), ["cell.0.3"]],
  ])("a band that %s is said at its cell, as a file would be refused", (_, draft, cells) => {
    expect(mistakesOf(draft)).toEqual(cells);
    const bands = drawnScale(draft, null).bands.map((row) => [...row]);
    const file = { bands, severityFloor: { impact: 4, band: "medium" } };
    expect(scaleFindings({ scale: file }).map(({ path }) => path.slice(2).join("."))).toEqual(
      cells.map((cell) => cell.slice("cell.".length)),
    );
  });
});

describe("levels and bands that come and go", () => {
  test.each(["likelihood", "impact"] as const)(
    "an axis of %s grows to ten levels and shrinks to two, sound to save",
    (axis) => {
      let draft = start;
      for (let index = 0; draft[axis].levels.length < 10; index = (index * 3 + 2) % draft[axis].levels.length) {
        const before = draft[axis].levels.length;
        draft = withLevelAbove(draft, axis, index);
        expect(mistakesOf(draft).filter((field) => !field.endsWith(".name"))).toEqual([]);
        expect(draft[axis].levels).toHaveLength(before + 1);
        draft = withLevel(draft, axis, { ...draft[axis].levels[index + 1]!, name: `added ${before}` });
      }
      expect(readDraft(draft).file).not.toBeNull();
      while (draft[axis].levels.length > 2) draft = withoutLevel(draft, axis, draft[axis].levels.length % 3);
      const { file, mistakes } = readDraft(draft);
      expect([...mistakes]).toEqual([]);
      expect(scaleFindings({ scale: file })).toEqual([]);
      expect(file![axis]![0]!.from).toBe(0);
    },
  );

  test("a bound between others is their middle by factors; a level on top is a step of the same size", () => {
    const froms = (draft: MatrixDraft) => draft.likelihood.levels.map(({ from }) => from);
    expect(froms(withLevelAbove(start, "likelihood", 1))).toEqual(["0", "0.1", "0.17", "0.3", "1", "3"]);
    expect(froms(withLevelAbove(start, "likelihood", 0))).toEqual(["0", "0.033", "0.1", "0.3", "1", "3"]);
    const topped = withLevelAbove(start, "impact", 4).impact;
    expect([topped.levels.at(-1)!.from, topped.top]).toEqual(["3,000,000", "9,000,000"]);
  });

  test.each([0, 1, 3, 4])(
    "bounds stay between their neighbours however often a level is added above level %i",
    (index) => {
      let draft = start;
      for (let k = 0; k < 5; k++) {
        draft = withLevelAbove(withLevelAbove(draft, "impact", index), "likelihood", index);
        expect(mistakesOf(draft).filter((field) => !field.endsWith(".name"))).toEqual([]);
      }
    },
  );

  test("cells of a band that goes are of the one below, the floor too", () => {
    const draft = withoutBand(start, 1);
    const { file } = readDraft(draft);
    expect(file!.bandNames).toEqual(["low", "high", "critical"]);
    expect(file!.bands![0]).toEqual(["low", "low", "low", "low", "low"]);
    expect(file!.severityFloor).toEqual({ impact: 4, band: "low" });
    expect(withoutBand(start, 0).grid[0]).toEqual([1, 1, 1, 1, 1]);
  });

  test("a band that comes has no cell until it is given one, and is found unused", () => {
    const added = withBandAbove(start, 3);
    const draft = withBandName(added, added.bands[4]!.key, "dire");
    expect(checkScale(readDraft(draft).figures!).findings.map(({ message }) => message)).toContain("no cell is dire");
    const dire = withCells(draft, [{ row: 4, column: 4 }], added.bands[4]!.key);
    expect(readDraft(dire).file!.bands![4]![4]).toBe("dire");
  });
});
