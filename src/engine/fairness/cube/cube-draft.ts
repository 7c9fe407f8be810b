import { binScores } from "./bin-scores.ts";
import { canonicalCube } from "./canonical-cube.ts";
import { sumTerm } from "./cell-sums.ts";
import {
  type CubeDimension,
  type DecisionCube,
  type DimensionRole,
  type DimensionValue,
  MISSING,
  MOST_EXACT_SCORES,
  SUM_NAMES,
  type SumName,
} from "./decision-cube.ts";
import { addToSums, combineSums, type ExactSums, exactSums } from "./exact-sums.ts";

/** Which columns a cube is counted by. */
export interface CubeDefinition {
  readonly attributes: readonly string[];
  readonly controls?: readonly string[];
  /** Classes that were decided on, with the one that counts as positive; in a regression the outcome is a number. */
  readonly task: { readonly kind: "classification"; readonly positiveLabel: string } | { readonly kind: "regression" };
  /** "given" where rows carry a score: in [0, 1], except in a regression. */
  readonly scores: "given" | "none";
  readonly weights: "given" | "none";
  readonly time?: string;
  readonly model?: string;
}

/** One row. A value left out, null or empty is not known; of an attribute or control that is a group of its own. */
export interface Decision {
  readonly values: { readonly [column: string]: string | null | undefined };
  /** Class, or number in a regression. */
  readonly label?: string | number | null;
  readonly decision?: string | null;
  readonly score?: number | null;
  /** 0 or more. */
  readonly weight?: number;
}

/** A cube that is being counted; {@link addDecision} changes it. */
export interface CubeDraft {
  readonly definition: CubeDefinition;
  readonly dimensions: readonly { readonly name: string; readonly role: DimensionRole }[];
  readonly codes: readonly Map<DimensionValue, number>[];
  readonly cells: Map<string, { readonly codes: readonly number[]; rows: number; readonly sums: ExactSums }>;
  /** Sums that cannot be computed from counts, in the order of a cell's sums. */
  readonly kept: readonly SumName[];
}

const LABEL = "label";
const DECISION = "decision";
const SCORE = "score";

/**
 * An empty draft.
 *
 * @example
 * const sexes = { attributes: ["sex"], task: { kind: "classification", positiveLabel: "1" }, scores: "none", weights: "none" };
 * const draft = draftCube(sexes);
 * addDecision(draft, { values: { sex: "f" }, label: "1", decision: "0" });
 * addDecision(draft, { values: { sex: "f" }, label: "1", decision: "0" });
 * cubeOfDraft(draft).n // => [2]
 */
export function draftCube(definition: CubeDefinition): CubeDraft {
  const regression = definition.task.kind === "regression";
  const named = (names: readonly string[], role: DimensionRole) => names.map((name) => ({ name, role }));
  const dimensions = [
    ...named(definition.attributes, "attribute"),
    ...named(definition.controls ?? [], "control"),
    ...named(definition.time === undefined ? [] : [definition.time], "time"),
    ...named(definition.model === undefined ? [] : [definition.model], "model"),
    ...(regression ? [] : named([LABEL], "label")),
    ...(regression ? [] : named([DECISION], "decision")),
    ...(regression || definition.scores === "none" ? [] : named([SCORE], "score")),
  ];
  const twice = dimensions.find(({ name }, k) => dimensions.findIndex((other) => other.name === name) !== k);
  if (twice) throw new RangeError(`column named twice: ${twice.name}; give each column one part`);
  const kept = SUM_NAMES.filter((name) => {
    if (name === "weight" || name === "weightSquares") return definition.weights === "given";
    return regression && name !== "logLoss";
  });
  return { definition, dimensions, codes: dimensions.map(() => new Map()), cells: new Map(), kept };
}

/**
 * Counts one row, keeping its score exactly: the sums of {@link cubeOfDraft} are the same in every order of rows.
 *
 * @throws RangeError when a score is not in [0, 1] (classification) or not finite, or a weight is negative or not finite
 */
export function addDecision(draft: CubeDraft, row: Decision): void {
  const { definition, dimensions } = draft;
  const regression = definition.task.kind === "regression";
  const score = row.score ?? null;
  const weight = row.weight ?? 1;
  if (score !== null && !(Number.isFinite(score) && (regression || (score >= 0 && score <= 1))))
    throw new RangeError(`score not in [0, 1]: ${score}; scale it, or leave the score out`);
  if (!(weight >= 0 && weight < Infinity))
    throw new RangeError(`weight not 0 or more: ${weight}; leave the row out, or weigh it 0`);
  const codes = dimensions.map(({ name, role }, d) => {
    const dictionary = draft.codes[d]!;
    const value = dimensionValue(row, name, role);
    const known = dictionary.get(value);
    if (known !== undefined) return known;
    dictionary.set(value, dictionary.size);
    return dictionary.size - 1;
  });
  const key = codes.join();
  const cell = draft.cells.get(key) ?? { codes, rows: 0, sums: exactSums(draft.kept.length) };
  if (cell.rows === 0) draft.cells.set(key, cell);
  cell.rows++;
  const outcome = typeof row.label === "number" ? row.label : null;
  for (const [k, name] of draft.kept.entries()) {
    const factor = name === "weightSquares" ? weight * weight : weight;
    addToSums(cell.sums, k, factor * sumTerm(name, score, outcome));
  }
}

/** The cube of the rows counted so far; with more than 65,536 distinct scores in 1,000 bins. */
export function cubeOfDraft(draft: CubeDraft): DecisionCube {
  const cells = [...draft.cells.values()];
  const sums: { [name in SumName]?: ExactSums } = {};
  for (const [k, name] of draft.kept.entries()) {
    const column = exactSums(cells.length);
    for (const [at, cell] of cells.entries()) combineSums(column, at, cell.sums, k, 1);
    sums[name] = column;
  }
  const dimensions: CubeDimension[] = draft.dimensions.map((dimension, d) => ({
    ...dimension,
    values: [...draft.codes[d]!.keys()],
  }));
  const hasScores = draft.dimensions.some(({ role }) => role === "score");
  const { task } = draft.definition;
  const cube = canonicalCube({
    dimensions,
    codes: dimensions.map((_, d) => Int32Array.from(cells, ({ codes }) => codes[d]!)),
    n: Float64Array.from(cells, ({ rows }) => rows),
    sums,
    scores: hasScores ? { kind: "exact" } : { kind: "none" },
    positiveLabel: task.kind === "classification" ? task.positiveLabel : null,
  });
  const distinct = dimensions.find(({ role }) => role === "score")?.values.filter((score) => score !== null) ?? [];
  return distinct.length > MOST_EXACT_SCORES ? binScores(cube) : cube;
}

function dimensionValue(row: Decision, name: string, role: DimensionRole): DimensionValue {
  if (role === "score") return row.score ?? null;
  const value = role === "label" ? row.label : role === "decision" ? row.decision : row.values[name];
  const isGroup = role === "attribute" || role === "control";
  if (value === undefined || value === null || value === "") return isGroup ? MISSING : null;
  return String(value);
}
