import { expect, test } from "vitest";
import { heatMapAnswer } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import { type Box, contains, overlaps } from "./box.ts";
import { layoutLikelihoodImpact, type MapLayout } from "./likelihood-impact-layout.ts";
import { labelLineHeight } from "./place-marks.ts";
import { textWidth } from "./text-width.ts";

const map = heatMapAnswer();
const layout = layoutLikelihoodImpact(map, { width: 872 });

function labelBoxes({ marks }: MapLayout): Box[] {
  return marks.map(({ lines, text, anchor }) => {
    const width = Math.max(...lines.map((line) => textWidth(line, 11.5)));
    const left = anchor === "start" ? text.x : text.x - width;
    return { left, right: left + width, top: text.y - 10, bottom: text.y - 10 + lines.length * labelLineHeight };
  });
}
const markBoxes = ({ marks }: MapLayout): Box[] =>
  marks.map(({ at }) => ({ left: at.x - 6, right: at.x + 6, top: at.y - 6, bottom: at.y + 6 }));

test("what is over the line is named, the rest are dots, and nobody is lost", () => {
  expect(layout.marks.map(({ id }) => id).sort()).toEqual([
    "biased-declines",
    "harmful-advice",
    "prompt-injection",
    "shortlist-gap",
    "silent-model-change",
    "solely-automated-letters",
  ]);
  expect(layout.dots).toHaveLength(33);
  expect(layout.counts).toEqual([]);
  expect(layout.unrated?.names).toHaveLength(4);
});

test("every mark and dot lies in the cell of its score", () => {
  const figures = new Map(map.marks.map((mark) => [mark.id, mark]));
  for (const { id, at } of [...layout.marks, ...layout.dots]) {
    const { likelihood, impact } = figures.get(id)!.residual!;
    const cell = layout.cells.find((place) => place.likelihood === likelihood && place.impact === impact)!;
    expect(contains(cell.box, { left: at.x, right: at.x, top: at.y, bottom: at.y })).toBe(true);
  }
});

test("no name lies on another name or on a mark, in any state", () => {
  for (const by of ["inherent", "residual", "target"] as const) {
    const drawn = layoutLikelihoodImpact(heatMapAnswer({ by }), { width: 872 });
    const labels = labelBoxes(drawn);
    const marks = markBoxes(drawn);
    for (const [index, label] of labels.entries()) {
      for (const [other, box] of labels.entries()) if (other !== index) expect(overlaps(label, box)).toBe(false);
      for (const box of marks) expect(overlaps(label, box)).toBe(false);
    }
  }
});

test("the line steps along the lower edge of score 12, its ring on it", () => {
  expect(layout.line!.path.match(/L/g)).toHaveLength(4);
  expect(layout.line!.ring!.y).toBe(
    layout.cells.find(({ likelihood, impact }) => likelihood === 4 && impact === 3)!.box.bottom,
  );
  expect(layout.line!.label!.text).toBe("load line: score 12");
  expect(layout.cells.filter(({ side }) => side === "within")).toHaveLength(17);
});

test("without one line for all that is shown none is drawn", () => {
  const drawn = layoutLikelihoodImpact({ ...map, line: null }, { width: 872 });
  expect(drawn.line).toBeNull();
  expect(drawn.cells.every(({ side }) => side === "within")).toBe(true);
});

test("a narrow map has numbers for names, worst first, and no arrows", () => {
  const narrow = layoutLikelihoodImpact(map, { width: 358 });
  expect(narrow.room).toBe("narrow");
  expect(narrow.marks.map(({ lines }) => lines.join())).toEqual(narrow.marks.map(({ number }) => String(number)));
  expect(narrow.marks.every(({ origin }) => origin === null)).toBe(true);
});

test("thousands of risks are counted where they lie", () => {
  const many = {
    ...map,
    likelihoodImpact: map.likelihoodImpact.map((cell) => ({
      ...cell,
      risks: [...cell.risks, ...Array.from({ length: 800 }, (_, index) => `unlisted-${index}`)],
    })),
  };
  const drawn = layoutLikelihoodImpact(many, { width: 872 });
  const counted = drawn.counts.reduce((sum, { text }) => sum + Number(text.replace(/[+,]/g, "")), 0);
  expect(counted + drawn.dots.length + drawn.marks.length).toBe(25 * 800 + 39);
  expect(drawn.height).toBeLessThan(500);
});

test("what the answer does not list is counted by its status, not as within", () => {
  const some = {
    ...map,
    likelihoodImpact: map.likelihoodImpact.map((cell) =>
      cell.likelihood === 4 && cell.impact === 5
        ? {
            ...cell,
            risks: [...cell.risks, ...Array.from({ length: 90 }, (_, index) => `unlisted-${index}`)],
            counts: { breach: 52, warning: 10, ok: 30 },
          }
        : cell,
    ),
  };
  const drawn = layoutLikelihoodImpact(some, { width: 872 });
  expect(drawn.counts.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    "critical 1",
    "breach 51",
    "warning 10",
    "null +30",
  ]);
});

test("a crowd over the line is counted by kind, and its cell stays small", () => {
  const [worst] = map.marks;
  const crowd = Array.from({ length: 40 }, (_, index) => ({ ...worst!, id: `copy-${index}`, overdue: index < 4 }));
  const drawn = layoutLikelihoodImpact(
    {
      ...map,
      marks: crowd,
      likelihoodImpact: map.likelihoodImpact.map((cell) => ({
        ...cell,
        risks: cell.likelihood === 4 && cell.impact === 5 ? crowd.map(({ id }) => id) : [],
      })),
    },
    { width: 872 },
  );
  expect(drawn.counts.map(({ kind, text }) => `${kind} ${text}`)).toEqual(["critical 4", "breach 36"]);
});

test("a sum scale and a grid that is not square are drawn alike", () => {
  const drawn = layoutLikelihoodImpact(
    {
      ...map,
      scale: { ...map.scale, score: "sum", likelihood: map.scale.likelihood.slice(0, 3) },
      line: { ...map.line!, appetite: 6, tolerance: 7 },
      marks: [],
      unrated: [],
      likelihoodImpact: [],
    },
    { width: 872 },
  );
  expect(drawn.cells).toHaveLength(15);
  expect(drawn.cells.filter(({ side }) => side !== "within").map((cell) => [cell.likelihood, cell.impact])).toEqual([
    [1, 5],
    [2, 4],
    [2, 5],
    [3, 3],
    [3, 4],
    [3, 5],
  ]);
});
