import { numberText, parseNumber } from "../../scenario/number-text.ts";
import type { Axis, AxisDraft, CellPlace, LevelDraft, MatrixDraft } from "./matrix-draft.ts";

/** A level above another, with a bound between its neighbours; the cells of the one below are copied. */
export function withLevelAbove(draft: MatrixDraft, axis: Axis, index: number): MatrixDraft {
  const { levels, top } = draft[axis];
  const key = nextKey(levels);
  const isLast = index === levels.length - 1;
  const [middle, end] = [between(levels, index), isLast ? beyond(levels.at(-1)!.from, top) : null];
  const from = isLast ? top : middle ? text(middle, axis) : "";
  const added: LevelDraft = { key, name: "", from, criteria: {} };
  const changed = {
    levels: levels.toSpliced(index + 1, 0, added),
    top: isLast ? (end ? text(end, axis) : "") : top,
  };
  const grid =
    axis === "likelihood"
      ? draft.grid.toSpliced(index + 1, 0, draft.grid[index]!)
      : draft.grid.map((row) => row.toSpliced(index + 1, 0, row[index]!));
  return { ...draft, [axis]: changed, grid };
}

/** Without a level: the one below reaches as high as it did. The lowest that is left starts at 0. */
export function withoutLevel(draft: MatrixDraft, axis: Axis, index: number): MatrixDraft {
  const { levels, top } = draft[axis];
  const left = levels.toSpliced(index, 1);
  const floored = draft.floor !== null && axis === "impact" && draft.floor.level === levels[index]!.key;
  return {
    ...draft,
    [axis]: { top, levels: left.map((level, k) => (k === 0 && index === 0 ? { ...level, from: "0" } : level)) },
    grid: axis === "likelihood" ? draft.grid.toSpliced(index, 1) : draft.grid.map((row) => row.toSpliced(index, 1)),
    floor: floored ? { ...draft.floor!, level: left[Math.min(index, left.length - 1)]!.key } : draft.floor,
  };
}

export function withLevel(draft: MatrixDraft, axis: Axis, changed: LevelDraft): MatrixDraft {
  const { levels, top } = draft[axis];
  return { ...draft, [axis]: { top, levels: levels.map((each) => (each.key === changed.key ? changed : each)) } };
}

export function withTop(draft: MatrixDraft, axis: Axis, top: string): MatrixDraft {
  return { ...draft, [axis]: { ...draft[axis], top } satisfies AxisDraft };
}

export function withBandName(draft: MatrixDraft, key: number, name: string): MatrixDraft {
  return { ...draft, bands: draft.bands.map((band) => (band.key === key ? { key, name } : band)) };
}

/** A band above another; no cell is of it yet. */
export function withBandAbove(draft: MatrixDraft, index: number): MatrixDraft {
  return { ...draft, bands: draft.bands.toSpliced(index + 1, 0, { key: nextKey(draft.bands), name: "" }) };
}

/** Without a band: its cells are of the one below, those of the lowest of the one above. */
export function withoutBand(draft: MatrixDraft, index: number): MatrixDraft {
  const gone = draft.bands[index]!.key;
  const bands = draft.bands.toSpliced(index, 1);
  const heir = bands[Math.max(0, index - 1)]!.key;
  const inherited = (key: number) => (key === gone ? heir : key);
  return {
    ...draft,
    bands,
    grid: draft.grid.map((row) => row.map(inherited)),
    floor: draft.floor && { ...draft.floor, band: inherited(draft.floor.band) },
  };
}

export function withCells(draft: MatrixDraft, places: readonly CellPlace[], band: number): MatrixDraft {
  const isMeant = new Set(places.map(({ row, column }) => `${row} ${column}`));
  return {
    ...draft,
    grid: draft.grid.map((row, i) => row.map((key, j) => (isMeant.has(`${i} ${j}`) ? band : key))),
  };
}

/** Other bands for the whole grid, by their positions, lowest 0. */
export function withGrid(draft: MatrixDraft, positions: readonly (readonly number[])[]): MatrixDraft {
  return { ...draft, grid: positions.map((row) => row.map((at) => draft.bands[at]!.key)) };
}

function nextKey(list: readonly { readonly key: number }[]): number {
  return 1 + Math.max(...list.map(({ key }) => key));
}

/** A bound that is proposed, and those it has to lie between. */
interface Bound {
  readonly value: number;
  readonly above: number;
  readonly below: number;
}

/** In the middle of two bounds by factors; below the first bound that is not 0, as far as the next step is wide. */
function between(levels: readonly LevelDraft[], index: number): Bound | null {
  const [above, below, next] = [levels[index], levels[index + 1], levels[index + 2]].map((level) =>
    level ? parseNumber(level.from) : null,
  ) as [number | null, number | null, number | null];
  if (above === null || below === null || above >= below) return null;
  if (above > 0) return { value: Math.sqrt(above * below), above, below };
  return { value: next !== null && next > below ? (below * below) / next : below / 3, above, below };
}

/** As far above the top as the top is above the last bound, by factors. */
function beyond(from: string, top: string): Bound | null {
  const [start, end] = [parseNumber(from), parseNumber(top)];
  if (start === null || end === null || start >= end) return null;
  return { value: start > 0 ? (end * end) / start : end * 3, above: end, below: Number.POSITIVE_INFINITY };
}

/** As few digits as keep it between its neighbours, two at least: nobody means 0.5477. */
function text({ value, above, below }: Bound, axis: Axis): string {
  const digits = [2, 3, 4, 6, 9].find((count) => {
    const rounded = Number(value.toPrecision(count));
    return rounded > above && rounded < below;
  });
  const rounded = Number(value.toPrecision(digits ?? 15));
  return numberText(rounded, axis === "impact" ? "money" : "events");
}
