import type { FileScale } from "../../../../src/contract/scale.ts";
import { type FlooredScale, flooredScale } from "../../../../src/contract/structured/floored-scale.ts";
import type { Scale } from "../../../../src/engine/scoring/scale.ts";
import { parseNumber } from "../../scenario/number-text.ts";
import { type Axis, axes, type LevelDraft, type MatrixDraft } from "./matrix-draft.ts";

export interface ReadDraft {
  /** As the settings and the file keep it; null while something is wrong. */
  readonly file: FileScale | null;
  /** What figures are computed of, under names that tell everything apart; null while a bound cannot be read. */
  readonly figures: FlooredScale | null;
  /** What is wrong, by the field: `likelihood.3.from`, `impact.top`, `band.2`, `cell.0.4`. In the order of the page. */
  readonly mistakes: ReadonlyMap<string, string>;
}

/** Reads the whole draft: what can be computed of it, and what stands in the way of saving it. */
export function readDraft(draft: MatrixDraft): ReadDraft {
  const mistakes = new Map<string, string>();
  const bounds = axes.map((axis) => readBounds(draft, axis, mistakes));
  for (const axis of axes) nameMistakes(draft[axis].levels, `${axis}.`, ".name", "level", mistakes);
  nameMistakes(draft.bands, "band.", "", "band", mistakes);
  cellMistakes(draft, mistakes);
  const [likelihood, impact] = bounds;
  const file = likelihood && impact ? scaleOf(draft, { likelihood, impact }) : null;
  return {
    file: mistakes.size === 0 ? file : null,
    figures: file && flooredScale(withOwnNames(draft, file)),
    mistakes,
  };
}

/** The first mistake with the field that it is in, or null. */
export function firstMistake(draft: MatrixDraft, mistakes: ReadDraft["mistakes"]): string | null {
  const first = mistakes.entries().next().value;
  if (first === undefined) return null;
  const [[part, key], what] = [first[0].split(".") as [string, string], first[1]];
  if (part === "cell") return what;
  if (part === "band") return `band ${1 + draft.bands.findIndex((band) => String(band.key) === key)}: ${what}`;
  const axis = part as Axis;
  if (key === "top") return `top of ${axis}: ${what}`;
  return `level ${1 + draft[axis].levels.findIndex((level) => String(level.key) === key)} of ${axis}: ${what}`;
}

interface Bounds {
  readonly from: readonly number[];
  readonly top: number;
}

function readBounds(draft: MatrixDraft, axis: Axis, mistakes: Map<string, string>): Bounds | null {
  const { levels, top } = draft[axis];
  const unit = axis === "likelihood" ? "loss events a year, such as 0.3" : "an amount, such as 30,000 or 30k";
  const from: (number | null)[] = [];
  for (const [k, level] of levels.entries()) {
    const read = readNumber(level.from, unit);
    const before = from.findLast((value) => value !== null) ?? null;
    const what =
      typeof read === "string"
        ? read
        : k === 0 && read !== 0
          ? `starts at ${level.from}; write 0: what lies below the lowest level would have none`
          : before !== null && read <= before
            ? `${level.from.trim()} is no higher than the level before it; write bounds that rise`
            : null;
    if (what !== null) mistakes.set(`${axis}.${level.key}.from`, what);
    from.push(what === null ? (read as number) : null);
  }
  const end = readNumber(top, unit);
  const last = from.findLast((value) => value !== null) ?? null;
  const what =
    top.trim() === ""
      ? `missing; without a top the last level has no end, and nothing can be checked on it`
      : typeof end === "string"
        ? end
        : last !== null && end <= last
          ? `${top.trim()} is no higher than where the last level starts; write more`
          : null;
  if (what !== null) mistakes.set(`${axis}.top`, what);
  if (what !== null || from.some((value) => value === null)) return null;
  return { from: from as number[], top: end as number };
}

function readNumber(typed: string, unit: string): number | string {
  if (typed.trim() === "") return `missing; write ${unit}`;
  const value = parseNumber(typed);
  if (value === null) return `“${typed.trim()}” is no number; write ${unit}`;
  return value < 0 ? `“${typed.trim()}” is below 0; write ${unit}` : value;
}

function nameMistakes(
  list: readonly { readonly key: number; readonly name: string }[],
  before: string,
  after: string,
  noun: string,
  mistakes: Map<string, string>,
): void {
  const known = new Set<string>();
  for (const { key, name } of list) {
    const trimmed = name.trim();
    if (trimmed === "") mistakes.set(`${before}${key}${after}`, `missing; a ${noun} has a name`);
    else if (known.has(trimmed))
      mistakes.set(`${before}${key}${after}`, `“${trimmed}” twice; give each ${noun} a name of its own`);
    known.add(trimmed);
  }
}

/** A band never falls with likelihood or impact, nor below the floor. */
function cellMistakes(draft: MatrixDraft, mistakes: Map<string, string>): void {
  const { bands, grid, floor, likelihood, impact } = draft;
  const ranks = grid.map((row) => row.map((key) => bands.findIndex((band) => band.key === key)));
  const floorFrom =
    floor === null ? Number.POSITIVE_INFINITY : impact.levels.findIndex(({ key }) => key === floor.level);
  const floorRank = floor === null ? -1 : bands.findIndex(({ key }) => key === floor.band);
  for (const [i, row] of ranks.entries())
    for (const [j, rank] of row.entries()) {
      const why =
        rank < (row[j - 1] ?? -1)
          ? "lower than the cell of less impact beside it; a greater impact never lowers the band"
          : rank < (ranks[i - 1]?.[j] ?? -1)
            ? "lower than the cell of less likelihood under it; a greater likelihood never lowers the band"
            : j >= floorFrom && rank < floorRank
              ? `below the severity floor; make it ${bands[floorRank]!.name} or higher, or change the floor`
              : null;
      if (why === null) continue;
      const [row1, column1] = [nameOf(likelihood.levels[i]!, i), nameOf(impact.levels[j]!, j)];
      mistakes.set(`cell.${i}.${j}`, `the cell (${row1}, ${column1}) is ${bands[rank]!.name.trim()}, ${why}`);
    }
}

function scaleOf(draft: MatrixDraft, bounds: Readonly<Record<Axis, Bounds>>): FileScale {
  const { bands, grid, floor, score } = draft;
  const nameOfBand = (key: number) => bands.find((band) => band.key === key)!.name.trim();
  const levelsOf = (axis: Axis) =>
    draft[axis].levels.map((level, k) => ({
      name: level.name.trim(),
      from: bounds[axis].from[k]!,
      ...(k === draft[axis].levels.length - 1 && { to: bounds[axis].top }),
      written: Object.fromEntries(
        Object.entries(level.criteria).flatMap(([kind, words]) => (words.trim() === "" ? [] : [[kind, words.trim()]])),
      ) as Record<string, string>,
    }));
  return {
    likelihood: levelsOf("likelihood").map(({ written: { criterion }, ...level }) => ({
      ...level,
      ...(criterion !== undefined && { criterion }),
    })),
    impact: levelsOf("impact").map(({ written, ...level }) => ({
      ...level,
      ...(Object.keys(written).length > 0 && { criteria: written }),
    })),
    score,
    bandNames: bands.map(({ name }) => name.trim()),
    bands: grid.map((row) => row.map(nameOfBand)),
    ...(floor !== null && {
      severityFloor: {
        impact: 1 + draft.impact.levels.findIndex(({ key }) => key === floor.level),
        band: nameOfBand(floor.band),
      },
    }),
  };
}

/** Figures go on while names are typed: what has none, or one that is taken, is told apart by its number. */
function withOwnNames({ bands, grid, floor, likelihood, impact }: MatrixDraft, file: FileScale): FileScale {
  const named = ownNames(bands, "band");
  const nameOfBand = (key: number) => named[bands.findIndex((band) => band.key === key)]!;
  const levels = { likelihood: ownNames(likelihood.levels, "level"), impact: ownNames(impact.levels, "level") };
  return {
    ...file,
    likelihood: file.likelihood!.map((level, k) => ({ ...level, name: levels.likelihood[k]! })),
    impact: file.impact!.map((level, k) => ({ ...level, name: levels.impact[k]! })),
    bandNames: named,
    bands: grid.map((row) => row.map(nameOfBand)),
    ...(floor !== null && { severityFloor: { ...file.severityFloor!, band: nameOfBand(floor.band) } }),
  };
}

/** The matrix as it is drawn: every name tells its level or band apart, and bounds that cannot be read are NaN. */
export function drawnScale(draft: MatrixDraft, figures: FlooredScale | null): Scale {
  const bandNames = ownNames(draft.bands, "band");
  const bands = draft.grid.map((row) =>
    row.map((key) => bandNames[draft.bands.findIndex((band) => band.key === key)]!),
  );
  if (figures !== null) return { ...figures.scale, bandNames, bands };
  const levels = (axis: Axis) =>
    ownNames(draft[axis].levels, "level").map((name) => ({ name, from: Number.NaN, to: Number.NaN }));
  return { likelihood: levels("likelihood"), impact: levels("impact"), score: draft.score, bandNames, bands };
}

function ownNames(list: readonly { readonly name: string }[], noun: string): string[] {
  const known = new Set<string>();
  return list.map(({ name }, k) => {
    const trimmed = name.trim();
    const own = trimmed === "" ? `${noun} ${k + 1}` : known.has(trimmed) ? `${trimmed} (${k + 1})` : trimmed;
    known.add(own);
    return own;
  });
}

function nameOf({ name }: LevelDraft, k: number): string {
  return name.trim() || `level ${k + 1}`;
}
