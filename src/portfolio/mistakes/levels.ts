import { defaultScale } from "../../engine/scoring/default-scale.ts";
import { type Draft, draftOf, draftsIn, textIn } from "./draft.ts";
import type { Finding, Path } from "./finding.ts";
import { writtenEstimates } from "./written-estimates.ts";

type Axis = "likelihood" | "impact";

/** Levels that the scale does not have, in ratings, in estimates and in the severity floor. */
export function levelsOutsideScale(portfolio: Draft): Finding[] {
  const scale = draftOf(portfolio.scale);
  const names = { likelihood: levelNames(scale, "likelihood"), impact: levelNames(scale, "impact") };
  const findings: Finding[] = [];

  function check(axis: Axis, value: unknown, path: Path): void {
    const { length } = names[axis];
    if (typeof value !== "number" || !Number.isInteger(value) || value <= length) return;
    const ends = `1 (${names[axis][0]}) to ${length} (${names[axis][length - 1]})`;
    findings.push({ path, what: `${axis} level ${value} is outside the scale`, remedy: `write a level from ${ends}` });
  }

  function checkEstimate(axis: Axis, value: unknown, path: Path): void {
    const estimate = draftOf(value);
    check(axis, estimate?.level, [...path, "level"]);
    for (const { draft, index } of draftsIn(estimate?.experts)) {
      check(axis, draftOf(draft.estimate)?.level, [...path, "experts", index, "estimate", "level"]);
    }
  }

  check("impact", draftOf(scale?.severityFloor)?.impact, ["scale", "severityFloor", "impact"]);
  for (const { draft, index } of draftsIn(portfolio.risks)) {
    for (const state of ["inherent", "residual"]) {
      const rating = draftOf(draft[state]);
      if (!rating) continue;
      const path = ["risks", index, state];
      check("likelihood", rating.likelihood, [...path, "likelihood"]);
      check("impact", rating.impact, [...path, "impact"]);
      for (const [kind, level] of Object.entries(draftOf(rating.impact) ?? {})) {
        check("impact", level, [...path, "impact", kind]);
      }
    }
  }
  for (const { of, value, path } of writtenEstimates(portfolio)) {
    if (of !== "probability") checkEstimate(of === "events" ? "likelihood" : "impact", value, path);
  }
  return findings;
}

/** Names of the levels of the file, or of the default scale where the file has none that can be read. */
export function levelNames(scale: Draft | undefined, axis: Axis): readonly string[] {
  const levels = scale?.[axis];
  if (!Array.isArray(levels) || levels.length === 0) return defaultScale[axis].map(({ name }) => name);
  return levels.map((level, index) => textIn(draftOf(level), "name") ?? `level ${index + 1}`);
}
