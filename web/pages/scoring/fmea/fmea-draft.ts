import type { FailureMode, FmeaFile } from "../../../../src/contract/fmea-file.ts";
import { numberText, parseNumber } from "../../scenario/number-text.ts";

export const ratingFields = ["severity", "occurrence", "detection"] as const;
export type RatingField = (typeof ratingFields)[number];
type Ratings = Readonly<Record<RatingField, string>>;

export const failureFields = ["perYear", "modeShare", "effectProbability", "years"] as const;
export type FailureField = (typeof failureFields)[number];
type Failures = Readonly<Record<FailureField, string>>;

/** A failure mode as it is typed: ratings are text until they are read. */
export interface ModeDraft {
  /** Names the row while its id is typed. */
  readonly key: number;
  readonly id: string;
  readonly now: Ratings;
  /** With the actions done; what is empty stays as it is. */
  readonly after: Ratings;
  /** How many failures are expected; empty where nobody counts them. */
  readonly failures: Failures;
  readonly rest: Omit<FailureMode, "id" | RatingField | "after" | "failures">;
}

export interface FmeaSheet {
  readonly modes: readonly ModeDraft[];
}

type Read =
  | { readonly kind: "empty" }
  | { readonly kind: "rating"; readonly value: FailureMode["occurrence"] | FailureMode["detection"] }
  | { readonly kind: "mistake"; readonly what: string };

const counted = /^(\d[\d,]*)\s*(?:\/|of)\s*(\d[\d,]*)$/;
const noRatings: Ratings = { severity: "", occurrence: "", detection: "" };
const noFailures: Failures = { perYear: "", modeShare: "", effectProbability: "", years: "" };

/** Reads what was typed into a rating: 1 to 10, or a count such as 31/4200 where a count makes sense. */
export function readRating(field: RatingField, typed: string): Read {
  const text = typed.trim();
  if (text === "") return { kind: "empty" };
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    return value >= 1 && value <= 10 ? { kind: "rating", value } : mistake(field, text);
  }
  const parts = counted.exec(text);
  if (parts === null || field === "severity") return mistake(field, text);
  const [some, of] = [parts[1]!, parts[2]!].map((digits) => Number(digits.replaceAll(",", ""))) as [number, number];
  if (of < 1 || !Number.isSafeInteger(of)) return mistake(field, text);
  if (some > of)
    return { kind: "mistake", what: `“${text}”: more than of how many; write how many there were, then of how many` };
  return { kind: "rating", value: field === "occurrence" ? { events: some, of } : { caught: some, of } };
}

function mistake(field: RatingField, text: string): Read {
  const count = {
    severity: "",
    occurrence: ", or failures of decisions such as 31/4200",
    detection: ", or caught of tested such as 148/200",
  };
  return { kind: "mistake", what: `“${text}” is no ${field}; write 1 to 10${count[field]}` };
}

function written(rating: FailureMode["occurrence"] | FailureMode["detection"] | undefined): string {
  if (rating === undefined) return "";
  if (typeof rating === "number") return String(rating);
  return `${"events" in rating ? rating.events : rating.caught}/${rating.of}`;
}

export function sheetOfModes(modes: readonly FailureMode[]): FmeaSheet {
  return {
    modes: modes.map(({ id, severity, occurrence, detection, after, failures, ...rest }, key) => ({
      key,
      id,
      now: { severity: written(severity), occurrence: written(occurrence), detection: written(detection) },
      after: {
        severity: written(after?.severity),
        occurrence: written(after?.occurrence),
        detection: written(after?.detection),
      },
      failures: failures ? failuresText(failures) : noFailures,
      rest,
    })),
  };
}

function failuresText({
  perYear,
  modeShare,
  effectProbability,
  years,
}: NonNullable<FailureMode["failures"]>): Failures {
  return {
    perYear: numberText(perYear, "number"),
    modeShare: numberText(modeShare, "probability"),
    effectProbability: numberText(effectProbability, "probability"),
    years: years === undefined ? "" : numberText(years, "number"),
  };
}

/** A row of its own at the end, empty. */
export function withNewMode({ modes }: FmeaSheet): FmeaSheet {
  const key = 1 + Math.max(-1, ...modes.map((mode) => mode.key));
  return { modes: [...modes, { key, id: "", now: noRatings, after: noRatings, failures: noFailures, rest: {} }] };
}

interface ReadSheet {
  /** Null while a mode lacks something. */
  readonly document: FmeaFile | null;
  /** The modes that can be computed, each with the key of its row. */
  readonly rated: readonly { readonly key: number; readonly mode: FailureMode }[];
  /** What is wrong, by `key.column`. */
  readonly mistakes: ReadonlyMap<string, string>;
  /** Cells that have to be filled in before it can be saved. */
  readonly missing: number;
}

/** Reads the whole sheet: what can be computed of it, and what stands in the way of saving it. */
export function readSheet({ modes }: FmeaSheet, base: Omit<FmeaFile, "modes">): ReadSheet {
  const mistakes = new Map<string, string>();
  const rated: { key: number; mode: FailureMode }[] = [];
  const known = new Set<string>();
  let missing = 0;
  for (const draft of modes) {
    const id = draft.id.trim();
    if (id === "") missing++;
    else if (known.has(id)) mistakes.set(`${draft.key}.id`, `“${id}” twice; give each failure mode a name of its own`);
    known.add(id);
    const found: Record<string, unknown> = {};
    const after: Record<string, unknown> = {};
    for (const field of ratingFields) {
      const now = readRating(field, draft.now[field]);
      if (now.kind === "rating") found[field] = now.value;
      else if (now.kind === "empty") missing++;
      else mistakes.set(`${draft.key}.now.${field}`, now.what);
      const later = readRating(field, draft.after[field]);
      if (later.kind === "rating") after[field] = later.value;
      else if (later.kind === "mistake") mistakes.set(`${draft.key}.after.${field}`, later.what);
    }
    const failures = readFailures(draft.failures, (field, what) =>
      mistakes.set(`${draft.key}.failures.${field}`, what),
    );
    if (Object.keys(found).length < ratingFields.length) continue;
    const mode = {
      ...draft.rest,
      id,
      ...found,
      ...(failures && { failures }),
      ...(Object.keys(after).length > 0 && { after }),
    } as FailureMode;
    rated.push({ key: draft.key, mode });
  }
  const isWhole = modes.length > 0 && missing === 0 && mistakes.size === 0;
  return { document: isWhole ? { ...base, modes: rated.map(({ mode }) => mode) } : null, rated, mistakes, missing };
}

/** Undefined where nothing is typed, or not enough. */
function readFailures(
  typed: Failures,
  wrong: (field: FailureField, what: string) => void,
): Record<string, number> | undefined {
  if (failureFields.every((field) => typed[field].trim() === "")) return undefined;
  const found: Record<string, number> = {};
  let lacks = 0;
  for (const field of failureFields) {
    const text = typed[field].trim();
    const value = parseNumber(text);
    const isShare = field === "modeShare" || field === "effectProbability";
    if (text === "" && field === "years") {
      found.years = 1;
      continue;
    }
    if (value !== null && value >= 0 && (!isShare || value <= 1)) {
      found[field] = value;
      continue;
    }
    lacks++;
    if (text === "") wrong(field, "missing; expected failures need all of these");
    else wrong(field, `“${text}” is no ${isShare ? "share; write 0 to 100 %, or 0 to 1" : "number from 0 up"}`);
  }
  return lacks === 0 ? found : undefined;
}
