import { expect, test } from "vitest";
import { heatMapAnswer } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import type { RiskFigures } from "../../contract/heat-map.ts";
import { mapFinding, mapMeasure } from "./map-finding.ts";

const finding = (keep: (risk: RiskFigures) => boolean, by: "inherent" | "residual" | "target" = "residual") =>
  mapFinding(heatMapAnswer({ keep, by }));

test("how many ride over the line, and how many of them over tolerance", () => {
  expect(finding(() => true)).toBe("Six risks ride over the line, two of them over tolerance");
  expect(finding(({ system }) => system === "credit-scoring")).toBe("One risk rides over the line, and over tolerance");
  expect(finding(({ category }) => category === "ethical")).toBe("Two risks ride over the line, both over tolerance");
  expect(finding(({ category }) => category === "security")).toBe("One risk rides over the line");
});

test("before controls it would, with planned ones it will", () => {
  expect(finding(({ category }) => category === "security", "inherent")).toBe(
    "Three risks would ride over the line, one of them over tolerance",
  );
  expect(finding(({ system }) => system === "hiring-ranker", "target")).toBe("One risk will ride over the line");
});

test("nothing over names the nearest, and never says that all is well", () => {
  expect(finding(({ status }) => status === "ok")).toBe(
    "No risk rides over the line. The nearest is High-risk duties unmet, at 10.",
  );
});

test("nothing rated is not nothing wrong", () => {
  expect(finding(({ status }) => status === "unknown")).toBe(
    "4 systems, 0 rated risks. The map is empty because nothing was assessed, not because nothing can happen.",
  );
  expect(finding(() => false)).toBe("No risk is written down here");
});

test("where no line is drawn nothing is over one", () => {
  const map = heatMapAnswer();
  const marks = map.marks.map((mark) => ({ ...mark, line: null, status: "unknown" as const, overdue: false }));
  expect(mapFinding({ ...map, marks })).toBe("No line is drawn for these risks");
});

test("what the list leaves out is counted all the same", () => {
  const map = heatMapAnswer();
  expect(mapFinding({ ...map, marks: map.marks.slice(0, 3) })).toBe(
    "Six risks ride over the line, two of them over tolerance",
  );
});

test("the measure says state, population and what a mark is", () => {
  expect(mapMeasure(heatMapAnswer())).toBe(
    "Residual likelihood and impact of 39 risks, with working controls; a mark is a risk",
  );
});
