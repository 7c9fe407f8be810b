import { expect, test } from "vitest";
import type { Explanation } from "../../contract/detail.ts";
import { layoutWaterfall, whySentence } from "./waterfall.ts";

type Step = Explanation["steps"][number];
const step = (kind: Step["kind"], score: number, label: string = kind): Step => ({
  kind,
  label,
  detail: "what it rests on",
  day: null,
  control: null,
  meanEffectiveness: null,
  after: { likelihood: 1, impact: 1, score, band: "low" },
});
const line = { appetite: 12, tolerance: 20 };
const steps = [
  step("inherent", 25),
  step("working-control", 20),
  step("working-control", 20),
  step("residual", 20),
  step("planned-control", 10),
  step("target", 10),
];

test("states stand on zero, controls hang between what was and what is", () => {
  const { rows, plot, line: load } = layoutWaterfall(steps, line, { width: 536, highest: 25 });
  const width = plot.right - plot.left;
  expect(rows.map(({ look, value }) => `${look} ${value}`)).toEqual([
    "state 25",
    "less −5",
    "none 0",
    "state 20",
    "planned −10",
    "planned-state 10",
  ]);
  expect([rows[0]!.from, rows[0]!.to]).toEqual([plot.left, plot.right]);
  expect(rows[1]!.from).toBeCloseTo(plot.left + width * 0.8, 0);
  expect(rows[1]!.to).toBeCloseTo(plot.right, 0);
  expect(load!.x).toBeCloseTo(plot.left + width * 0.48, 0);
  expect(rows.map(({ kind }) => kind)).toEqual(["breach", null, null, "breach", null, "ok"]);
});

test("a step that raises the score is told from one that lowers it", () => {
  const [, , raised] = layoutWaterfall(
    [step("inherent", 10), step("working-control", 5), step("judgement", 9), step("residual", 9)],
    null,
    { width: 536, highest: 25 },
  ).rows;
  expect(raised).toMatchObject({ look: "more", value: "+4", kind: null });
});

test("a long detail takes more lines, and the rows below make room", () => {
  const long = {
    ...step("inherent", 25),
    detail: "frequency minus forty-two percent with a range from thirty to fifty-five",
  };
  const { rows } = layoutWaterfall([long, step("residual", 25)], null, { width: 358, highest: 25 });
  expect(rows[0]!.detail.length).toBeGreaterThan(1);
  expect(rows[1]!.top).toBe(rows[0]!.top + rows[0]!.height);
});

test("the sentence says who brought it where, and where the line is", () => {
  expect(whySentence(steps, line)).toBe("Working controls bring it from 25 to 20; the line is 12");
  expect(whySentence([step("inherent", 25), step("working-control", 8), step("residual", 8)], line)).toBe(
    "One working control brings it from 25 to 8, under the line",
  );
  expect(whySentence([step("inherent", 15), step("residual", 15)], line)).toBe(
    "No working control acts on it: 15; the line is 12",
  );
  expect(
    whySentence([step("inherent", 25), step("working-control", 12), step("judgement", 8), step("residual", 8)], line),
  ).toBe("Judged at 8; its working controls alone would leave 12");
  expect(whySentence([], line)).toBe("Nobody has rated it yet");
});

test("a day that a step depends on is written as dates are on the page", () => {
  const planned = {
    ...step("planned-control", 9),
    detail: "takes half;",
    day: { words: "planned for", on: "2027-01-29" },
  };
  const { rows } = layoutWaterfall([step("inherent", 20), planned], null, { width: 1400, highest: 25 });
  expect(rows[1]?.detail.join(" ")).toBe("takes half; planned for 29 Jan 2027");
});
