import { expect, test } from "vitest";
import { checkScale } from "../../contract/structured/check-scale.ts";
import { flooredScale } from "../../contract/structured/floored-scale.ts";
import { defaultScale } from "../../engine/scoring/default-scale.ts";
import {
  axiomNames,
  axiomStatus,
  axiomWords,
  departureSentence,
  finePercent,
  matrixCellWords,
  matrixHeadline,
  rankingSentence,
} from "./matrix-words.ts";

const sound = checkScale(flooredScale(undefined));
/** Every severe cell critical, and a low one beside it. */
const unsound = checkScale(
  flooredScale({
    bands: defaultScale.bands.map((row, i) =>
      row.map((band, j) => (j === 4 ? "critical" : i === 0 && j === 3 ? "low" : band)),
    ),
  }),
);

test("a matrix that holds the axioms says so, and what departs on purpose", () => {
  expect(matrixHeadline(sound)).toBe("The bands hold Cox’s three axioms.");
  expect(departureSentence(sound)).toBe("The severity floor departs from the numbers in two cells, on purpose.");
  expect(departureSentence({ departures: [] })).toBeNull();
});

test("one that breaks them says how many, and in how many cells", () => {
  expect(axiomNames.map((axiom) => axiomStatus(unsound, axiom))).toEqual(["broken", "broken", "broken"]);
  const cells = new Set(unsound.breaches.map(({ cell }) => `${cell.likelihood},${cell.impact}`)).size;
  expect(matrixHeadline(unsound)).toBe(`The bands break all of Cox’s three axioms, in ${cells} cells.`);
  expect(matrixHeadline(checkScale(flooredScale({ bands: defaultScale.bands.map((row) => [...row]) })))).toBe(
    "The bands break one of Cox’s three axioms, in two cells.",
  );
  expect(axiomWords.betweenness.asks("critical", "low")).toBe(
    "Who goes up from low to critical passes a band between.",
  );
});

test("shares keep the digits that tell matrices apart", () => {
  expect([0, 0.00334, 0.0257, 0.274].map(finePercent)).toEqual(["0\u00a0%", "0.33\u00a0%", "2.57\u00a0%", "27\u00a0%"]);
  expect(rankingSentence(sound.ranking[0]!)).toBe(
    "Of two risks drawn uniformly, the smaller is in the higher band in 0.33\u00a0% of pairs, and both are in one band in 62\u00a0%.",
  );
});

test("a cell says where it lies, its band, what it means, and what is found", () => {
  const cell = {
    likelihood: { name: "rare", at: 1, of: 5 },
    impact: { name: "severe", at: 5, of: 5 },
    band: "medium",
    loss: { low: 0, high: 300_000 },
    findings: ["raised on purpose"],
  };
  expect(matrixCellWords(cell, "EUR")).toBe(
    "Rare, 1 of 5, by severe, 5 of 5: medium, €0 to €300k a year. Raised on purpose.",
  );
  expect(matrixCellWords({ ...cell, loss: null, findings: [] }, "EUR")).toBe(
    "Rare, 1 of 5, by severe, 5 of 5: medium.",
  );
});
