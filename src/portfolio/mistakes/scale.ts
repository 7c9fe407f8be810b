import { defaultScale } from "../../engine/scoring/default-scale.ts";
import { type Draft, draftOf, draftsIn, numberIn, textIn } from "./draft.ts";
import type { Finding, Path } from "./finding.ts";
import { levelNames } from "./levels.ts";

/** What is wrong with the scale: levels that do not rise, and a grid of bands that does not fit them. */
export function scaleFindings(portfolio: Draft): Finding[] {
  const scale = draftOf(portfolio.scale);
  if (!scale) return [];
  return [
    ...levelFindings(scale.likelihood, ["scale", "likelihood"]),
    ...levelFindings(scale.impact, ["scale", "impact"]),
    ...sameNames(scale),
    ...bandFindings(scale),
  ];
}

function levelFindings(levels: unknown, path: Path): Finding[] {
  const drafts = draftsIn(levels);
  return drafts.flatMap(({ draft, index }, order) => {
    const findings: Finding[] = [];
    const name = textIn(draft, "name") ?? `${index + 1}`;
    const from = numberIn(draft, "from");
    const to = numberIn(draft, "to");
    const previous = drafts[order - 1];
    const previousFrom = numberIn(previous?.draft, "from");
    const next = drafts[order + 1];
    const nextFrom = numberIn(next?.draft, "from");
    if (from !== undefined && index === 0 && from > 0) {
      const remedy = "write 0: what lies below the lowest level would have none";
      findings.push({ path: [...path, index, "from"], what: `lowest level "${name}" starts at ${from}`, remedy });
    }
    if (from !== undefined && previousFrom !== undefined && from <= previousFrom) {
      const what = `level "${name}" starts at ${from}, no higher than the one before it (${previousFrom})`;
      findings.push({ path: [...path, index, "from"], what, remedy: "write levels that rise, lowest first" });
    }
    if (to !== undefined && nextFrom !== undefined && to !== nextFrom) {
      const what = `level "${name}" ends at ${to}, but the next one starts at ${nextFrom}`;
      findings.push({
        path: [...path, index, "to"],
        what,
        remedy: "remove `to`: a level ends where the next one starts",
      });
    }
    if (to !== undefined && next === undefined && from !== undefined && to <= from) {
      const what = `level "${name}" ends at ${to}, no higher than it starts (${from})`;
      findings.push({ path: [...path, index, "to"], what, remedy: `write a top above ${from}` });
    }
    return findings;
  });
}

function sameNames(scale: Draft): Finding[] {
  const findings: Finding[] = [];
  const look = (names: readonly (string | undefined)[], pathOf: (index: number) => Path): void => {
    for (const [index, name] of names.entries()) {
      if (name === undefined || names.indexOf(name) === index) continue;
      findings.push({ path: pathOf(index), what: `name "${name}" is there twice`, remedy: "give each its own name" });
    }
  };
  for (const axis of ["likelihood", "impact"]) {
    const drafts = draftsIn(scale[axis]);
    const names = drafts.map(({ draft }) => textIn(draft, "name"));
    look(names, (order) => ["scale", axis, drafts[order]!.index, "name"]);
  }
  if (Array.isArray(scale.bandNames))
    look(scale.bandNames.map(textOrNothing), (index) => ["scale", "bandNames", index]);
  return findings;
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function bandFindings(scale: Draft): Finding[] {
  const names = bandNames(scale);
  const floor = draftOf(scale.severityFloor);
  const findings: Finding[] = [];
  const unknownBand = (band: string, path: Path) => {
    if (names.includes(band)) return;
    findings.push({
      path,
      what: `band "${band}" is not one of the band names`,
      remedy: `write one of ${names.join(", ")}`,
    });
  };
  const floorBand = textIn(floor, "band");
  if (floorBand !== undefined) unknownBand(floorBand, ["scale", "severityFloor", "band"]);
  if (!Array.isArray(scale.bands)) return findings;

  const rows = levelNames(scale, "likelihood");
  const columns = levelNames(scale, "impact");
  const path = ["scale", "bands"];
  if (scale.bands.length !== rows.length) {
    const remedy = `write ${rows.length}, one for each likelihood level, lowest first`;
    findings.push({
      path,
      what: `bands has ${scale.bands.length === 1 ? "1 row" : `${scale.bands.length} rows`}`,
      remedy,
    });
  }
  const ranks = scale.bands.map((row, index) => {
    if (!Array.isArray(row)) return [];
    if (row.length !== columns.length) {
      const remedy = `write ${columns.length}, one for each impact level, lowest first`;
      findings.push({
        path: [...path, index],
        what: `row ${index + 1} of bands has ${row.length === 1 ? "1 entry" : `${row.length} entries`}`,
        remedy,
      });
    }
    return row.map((band, column) => {
      if (typeof band !== "string") return -1;
      unknownBand(band, [...path, index, column]);
      return names.indexOf(band);
    });
  });
  const floorRank = floorBand === undefined ? -1 : names.indexOf(floorBand);
  const floorFrom = numberIn(floor, "impact") ?? Number.POSITIVE_INFINITY;
  for (const [row, cells] of ranks.entries()) {
    for (const [column, rank] of cells.entries()) {
      if (rank < 0) continue;
      const at = [...path, row, column];
      const what = `band "${names[rank]}" is lower than`;
      if (rank < (cells[column - 1] ?? -1)) {
        findings.push({
          path: at,
          what: `${what} the one before it`,
          remedy: "never let a greater impact lower the band",
        });
      } else if (rank < (ranks[row - 1]?.[column] ?? -1)) {
        const remedy = "never let a greater likelihood lower the band";
        findings.push({ path: at, what: `${what} the one above it`, remedy });
      } else if (column + 1 >= floorFrom && rank < floorRank) {
        const remedy = `write ${floorBand} or higher from impact ${floorFrom} up, or change severityFloor`;
        findings.push({ path: at, what: `${what} the severity floor`, remedy });
      }
    }
  }
  return findings;
}

function bandNames(scale: Draft): readonly string[] {
  if (!Array.isArray(scale.bandNames)) return defaultScale.bandNames;
  return scale.bandNames.filter((name) => typeof name === "string");
}
