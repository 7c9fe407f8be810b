import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { factorsFile } from "../../../../src/contract/factors-file.ts";
import { factorPlaces, movedFactor, siblingIds, withFactor, withNewPart, withoutFactor } from "./factor-tree.ts";
import { emptySheet, pointsText, shareOfPoints, sheetOfFactors } from "./factors-draft.ts";
import { readFactors } from "./read-factors.ts";

const example = factorsFile.parse(
  parse(readFileSync(new URL("../../../../examples/llm-factors/factors.yaml", import.meta.url), "utf8")),
);
const sheet = sheetOfFactors(example);
const placeOf = (id: string, of = sheet) => factorPlaces(of).find(({ factor }) => factor.id === id)!;

const about = fc.record(
  {
    name: fc.constantFrom("Rate of errors", "Größe", "x"),
    weight: fc.double({ min: 1e-9, max: 1e12, noNaN: true }),
    source: fc.constantFrom("A log", "Two\nlines"),
  },
  { requiredKeys: [] },
);
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const anchors = fc
  .tuple(fc.uniqueArray(number, { minLength: 2, maxLength: 5 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([values, middle]) =>
    [...values]
      .sort((a, b) => a - b)
      .map((at, k): [number, number] => [at + 0, k === 0 ? 0 : k < values.length - 1 ? middle + 0 : 1]),
  )
  .filter((pairs) => pairs.every(([at], k) => k === 0 || at > pairs[k - 1]![0]));
const raises = fc.constantFrom("higher" as const, "lower" as const);
const leaf = fc.oneof(
  fc.record({ level: fc.integer({ min: 1, max: 5 }), levels: fc.integer({ min: 5, max: 10 }) }),
  fc.tuple(fc.uniqueArray(number, { minLength: 3, maxLength: 3 }), anchors, raises).map(([values, anchors, raises]) => {
    const [low, value, high] = [...values].sort((a, b) => a - b).map((each) => each + 0) as [number, number, number];
    return { value, low, high, unit: "days", anchors, raises };
  }),
  fc.record({ events: fc.integer({ min: 0, max: 9 }), of: fc.integer({ min: 9, max: 1e9 }), raises }),
  fc.record({ events: fc.constant(3), of: fc.constant(40), anchors, raises }),
);
const tree = fc.letrec((tie) => ({
  factor: fc.oneof(
    { depthSize: "small" },
    fc.tuple(about, leaf).map(([words, read]) => ({ id: "a", ...words, ...read })),
    fc
      .tuple(
        about,
        fc.constantFrom("weighted", "worst", "product"),
        fc.array(tie("factor"), { minLength: 1, maxLength: 4 }),
      )
      .map(([words, how, parts]) => ({
        id: "b",
        ...words,
        how,
        parts: parts.map((part, at) => ({ ...(part as object), id: `part-${at}` })),
      })),
  ),
})).factor;

test("whatever a file says, opened and saved without a change it is the same file", () => {
  fc.assert(
    fc.property(tree, tree, (likelihood, impact) => {
      const file = factorsFile.parse({
        title: "T",
        description: "D",
        risk: "r",
        levels: { likelihood: 4, impact: 7 },
        likelihood,
        impact,
      });
      const { title, description } = file;
      const read = readFactors(sheetOfFactors(file), { title, description });
      expect([...read.mistakes], JSON.stringify(file)).toEqual([]);
      expect(read.document).toEqual(file);
    }),
  );
});

test("points of 100 and shares are the same number, shifted by two digits", () => {
  expect([pointsText(0.07), pointsText(0.3), shareOfPoints("7"), shareOfPoints("30")]).toEqual(["7", "30", 0.07, 0.3]);
  expect(shareOfPoints("much")).toBeNaN();
});

const typed = (id: string, part: Record<string, unknown>) =>
  readFactors(withFactor(sheet, { ...placeOf(id).factor, ...part }), {});

test.each([
  ["reliance", { level: "6" }, "reading", "“6” is no level; write 1 to 5"],
  ["reliance", { levels: "11" }, "levels", "“11” is no number of levels; write 2 to 10"],
  ["guardrail", { count: "5/4" }, "reading", "“5/4”: more than of how many"],
  ["guardrail", { count: "often" }, "reading", "“often” is no count"],
  ["query-volume", { value: "many" }, "reading", "“many” is no number"],
  ["query-volume", { value: "20000" }, "low", "31,000 is above the value 20000"],
  ["query-volume", { weight: "0" }, "weight", "“0” is no weight; write a number above 0"],
  ["query-volume", { id: "guardrail" }, "id", "twice under one factor"],
] as const)("%s typed as %j is a mistake at its field", (id, part, field, what) => {
  const { document, mistakes } = typed(id, part);
  expect(document).toBeNull();
  // Of two of one id the second is the mistake.
  const at = placeOf(field === "id" ? "guardrail" : id);
  expect(mistakes.get(`${at.factor.key}.${field}`)).toContain(what);
});

test("anchors that do not rise from 0 to 100 are said at the anchor", () => {
  const { anchors } = placeOf("query-volume").factor;
  const wrong = (at: number, change: Partial<(typeof anchors)[number]>) => [
    ...typed("query-volume", {
      anchors: anchors.map((each, k) => (k === at ? { ...each, ...change } : each)),
    }).mistakes.values(),
  ];
  expect(wrong(0, { points: "5" })).toEqual(["the least is 0 of 100"]);
  expect(wrong(3, { points: "90" })).toEqual(["the most is 100 of 100"]);
  expect(wrong(2, { at: "500" })[0]).toMatch(/^does not rise above/);
  expect(wrong(2, { points: "120" })).toEqual(["“120” is not from 0 to 100"]);
});

test("what a factor lacks leaves the rest of the tree to be read", () => {
  const { document, whole, missing } = typed("reliance", { level: "" });
  expect([document, missing]).toEqual([null, [`${placeOf("reliance").factor.key}.reading`]]);
  expect(whole.has(placeOf("guardrail").factor.key)).toBe(true);
  expect(whole.has(sheet.likelihood.key)).toBe(false);
  expect(whole.has(sheet.impact.key)).toBe(true);
  expect(readFactors(emptySheet, {}).missing).toEqual(["0.parts", "1.parts"]);
});

test("a factor is added, named, moved and removed where it stands", () => {
  const ids = (of: typeof sheet) => factorPlaces(of).map(({ factor }) => factor.id);
  const added = withNewPart(sheet, sheet.likelihood, 1);
  const place = factorPlaces(added.sheet).find(({ factor }) => factor.key === added.key)!;
  const renamed = withFactor(added.sheet, { ...place.factor, id: "new", name: "Guardrail!" });
  expect(ids(renamed).slice(1, 4)).toEqual(["hallucination-rate", "new", "query-volume"]);
  expect(ids(movedFactor(renamed, placeOf("new", renamed), "up")!)[1]).toBe("new");
  expect(ids(withoutFactor(renamed, placeOf("new", renamed)))).toEqual(ids(sheet));
  expect(movedFactor(sheet, placeOf("hallucination-rate"), "up")).toBeNull();
  expect(movedFactor(sheet, placeOf("query-volume"), "in")).toBeNull();
  expect(movedFactor(sheet, placeOf("query-volume"), "out")).toBeNull();
  expect(movedFactor(sheet, placeOf(sheet.likelihood.id), "down")).toBeNull();
});

test("a name proposes an id that no sibling has", () => {
  const named = (id: string, name: string) => ({ id, name });
  expect(siblingIds([named("", "Rate"), named("rate", ""), named("", "Rate"), named("", ""), named("", "率")])).toEqual(
    ["rate-2", "rate", "rate-3", "", "factor"],
  );
});

test("a factor goes into the group above it and out again", () => {
  const { factor } = placeOf("hallucination-rate");
  const grouped = withFactor(sheet, { ...factor, how: "worst", parts: [] });
  const inside = movedFactor(grouped, placeOf("query-volume", grouped), "in")!;
  expect(placeOf("query-volume", inside)).toMatchObject({ depth: 2, parent: { id: "hallucination-rate" } });
  const outside = movedFactor(inside, placeOf("query-volume", inside), "out")!;
  expect(outside).toEqual(grouped);
});
