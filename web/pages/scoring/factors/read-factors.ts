import type { FactorsFile, FileFactor } from "../../../../src/contract/factors-file.ts";
import { parseNumber } from "../../scenario/number-text.ts";
import { siblingIds } from "./factor-tree.ts";
import { type Axis, axes, type FactorDraft, type FactorsSheet, shareOfPoints } from "./factors-draft.ts";

interface ReadFactors {
  /** Null while anything is missing or wrong. */
  readonly document: FactorsFile | null;
  /** Every factor below which nothing is missing or wrong, by its key. */
  readonly whole: ReadonlyMap<number, FileFactor>;
  readonly levels: Readonly<Record<Axis, number | null>>;
  /** What is wrong, by `key.field`, or `levels.axis`. */
  readonly mistakes: ReadonlyMap<string, string>;
  /** Fields that have to be filled in before it can be saved, by `key.field`, in the order of the tree. */
  readonly missing: readonly string[];
}

const most = { parts: 50, levels: 10 } as const;
const counted = /^(\d[\d,]*)\s*(?:\/|of)\s*(\d[\d,]*)$/;

/** Reads the whole sheet: what can be computed of it, and what stands in the way of saving it. */
export function readFactors(
  sheet: FactorsSheet,
  base: Omit<FactorsFile, "likelihood" | "impact" | "levels" | "risk">,
): ReadFactors {
  const whole = new Map<number, FileFactor>();
  const mistakes = new Map<string, string>();
  const missing: string[] = [];
  const read = (draft: FactorDraft, id: string): FileFactor | null => {
    const before = mistakes.size + missing.length;
    if (id === "") missing.push(`${draft.key}.name`);
    const parts = hasPartsRead(draft);
    const leaf = parts === null ? readLeaf(draft, lackOf(draft)) : null;
    const weight = readWeight(draft, lackOf(draft));
    if (mistakes.size + missing.length > before) return null;
    const name = draft.name.trim();
    const source = draft.source.trim();
    const factor = {
      id,
      ...(name !== "" && { name }),
      ...(weight !== undefined && { weight }),
      ...(source !== "" && { source }),
      ...(parts === null ? leaf : { how: draft.how, parts }),
    } as FileFactor;
    whole.set(draft.key, factor);
    return factor;
  };
  const lackOf = ({ key }: FactorDraft): Lacks => ({
    missing: (field) => void missing.push(`${key}.${field}`),
    wrong: (field, what) => void mistakes.set(`${key}.${field}`, what),
  });
  const hasPartsRead = (draft: FactorDraft): FileFactor[] | null => {
    const { how, key, parts } = draft;
    if (how === "judged" || how === "measured" || how === "counted") return null;
    if (parts.length === 0) missing.push(`${key}.parts`);
    if (parts.length > most.parts)
      mistakes.set(`${key}.how`, `${parts.length} parts of one factor; put them in groups of at most ${most.parts}`);
    const ids = siblingIds(parts);
    return parts.flatMap((part, at) => {
      const id = ids[at]!;
      if (id !== "" && ids.indexOf(id) < at)
        mistakes.set(`${part.key}.id`, `“${id}” twice under one factor; give each an id of its own`);
      return read(part, id) ?? [];
    });
  };

  const [likelihood, impact] = axes.map((axis) => read(sheet[axis], siblingIds([sheet[axis]])[0]!)) as [
    FileFactor | null,
    FileFactor | null,
  ];
  const levels = { likelihood: readLevels("likelihood"), impact: readLevels("impact") };
  function readLevels(axis: Axis): number | null {
    const value = wholeNumber(sheet.levels[axis]);
    if (value !== null && value >= 2 && value <= most.levels) return value;
    mistakes.set(`levels.${axis}`, `“${sheet.levels[axis]}” is no number of levels; write 2 to ${most.levels}`);
    return null;
  }
  const isWhole = mistakes.size === 0 && missing.length === 0;
  const document =
    isWhole && likelihood && impact && levels.likelihood && levels.impact
      ? {
          ...base,
          ...(sheet.risk !== "" && { risk: sheet.risk }),
          levels: { likelihood: levels.likelihood, impact: levels.impact },
          likelihood,
          impact,
        }
      : null;
  return { document, whole, levels, mistakes, missing };
}

interface Lacks {
  readonly missing: (field: string) => void;
  readonly wrong: (field: string, what: string) => void;
}

function readWeight({ weight }: FactorDraft, { wrong }: Lacks): number | undefined {
  if (weight.trim() === "") return undefined;
  const value = parseNumber(weight);
  if (value !== null && value > 0) return value;
  wrong("weight", `“${weight}” is no weight; write a number above 0, beside its siblings’`);
  return undefined;
}

function readLeaf(draft: FactorDraft, lacks: Lacks): Partial<FileFactor> {
  if (draft.how === "judged") return readJudged(draft, lacks);
  return draft.how === "counted" ? readCounted(draft, lacks) : readMeasured(draft, lacks);
}

function readJudged({ level: typed, levels: of, criterion }: FactorDraft, { missing, wrong }: Lacks) {
  const levels = wholeNumber(of);
  if (levels === null || levels < 2 || levels > most.levels)
    wrong("levels", `“${of}” is no number of levels; write 2 to ${most.levels}`);
  const level = wholeNumber(typed);
  if (typed.trim() === "") missing("reading");
  else if (level === null || level < 1 || level > (levels ?? most.levels))
    wrong("reading", `“${typed}” is no level; write 1 to ${levels ?? most.levels}`);
  return { level, levels, ...(criterion.trim() !== "" && { criterion: criterion.trim() }) } as Partial<FileFactor>;
}

function readCounted(draft: FactorDraft, lacks: Lacks): Partial<FileFactor> {
  const { count, raises, anchors } = draft;
  const parts = counted.exec(count.trim());
  const [events, of] = (parts?.slice(1) ?? []).map((digits) => Number(digits.replaceAll(",", "")));
  if (count.trim() === "") lacks.missing("reading");
  else if (events === undefined || of === undefined || of < 1 || !Number.isSafeInteger(of))
    lacks.wrong("reading", `“${count}” is no count; write how many of how many, such as 31/4200`);
  else if (events > of)
    lacks.wrong("reading", `“${count}”: more than of how many; write how many there were, then of how many`);
  return {
    events,
    of,
    ...(anchors.length > 0 && { anchors: readAnchors(draft, lacks) }),
    raises,
  } as Partial<FileFactor>;
}

function readMeasured(draft: FactorDraft, lacks: Lacks): Partial<FileFactor> {
  const found: Record<string, number> = {};
  for (const field of ["value", "low", "high"] as const) {
    const typed = draft[field];
    const place = field === "value" ? "reading" : field;
    const value = parseNumber(typed);
    if (typed.trim() === "") {
      if (field === "value") lacks.missing(place);
    } else if (value === null) lacks.wrong(place, `“${typed}” is no number`);
    else found[field] = value;
  }
  const { value, low = value, high = value } = found;
  if (value !== undefined && low! > value) lacks.wrong("low", `${draft.low} is above the value ${draft.value}`);
  if (value !== undefined && high! < value) lacks.wrong("high", `${draft.high} is below the value ${draft.value}`);
  const unit = draft.unit.trim();
  const anchors = readAnchors(draft, lacks);
  return { ...found, ...(unit !== "" && { unit }), anchors, raises: draft.raises } as Partial<FileFactor>;
}

/** At least two, from 0 to 100, rising in what is measured and not falling in points. */
function readAnchors({ anchors }: FactorDraft, { missing, wrong }: Lacks): [number, number][] {
  const read = anchors.map(({ key, at, points }): [number, number] => {
    const pair: [number, number] = [parseNumber(at) ?? Number.NaN, shareOfPoints(points)];
    if (at.trim() === "" || points.trim() === "") missing(`anchor.${key}`);
    else if (Number.isNaN(pair[0])) wrong(`anchor.${key}`, `“${at}” is no number`);
    else if (!(pair[1] >= 0 && pair[1] <= 1)) wrong(`anchor.${key}`, `“${points}” is not from 0 to 100`);
    return pair;
  });
  if (anchors.length < 2) missing("anchors");
  if (anchors.length < 2 || read.some(([at, share]) => Number.isNaN(at) || !(share >= 0 && share <= 1))) return read;
  const falls = read.findIndex(([at, share], k) => k > 0 && (at <= read[k - 1]![0] || share < read[k - 1]![1]));
  if (falls > 0)
    wrong(`anchor.${anchors[falls]!.key}`, "does not rise above the one before it; go from the least to the most");
  else if (read[0]![1] > 0) wrong(`anchor.${anchors[0]!.key}`, "the least is 0 of 100");
  else if (read.at(-1)![1] < 1) wrong(`anchor.${anchors.at(-1)!.key}`, "the most is 100 of 100");
  return read;
}

function wholeNumber(typed: string): number | null {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null;
}
