import { canonicalCube } from "../engine/fairness/cube/canonical-cube.ts";
import {
  type DecisionCube,
  type DimensionValue,
  MISSING,
  MOST_EXACT_SCORES,
  roleOfCube,
  SCORE_BINS,
  type SumName,
} from "../engine/fairness/cube/decision-cube.ts";
import { errorSums } from "../engine/fairness/cube/error-sums.ts";
import type { ExactSums } from "../engine/fairness/cube/exact-sums.ts";
import type { CountQuestion } from "./count-question.ts";
import type { CountedKey, CountStatement } from "./count-statement.ts";
import type { SqlValue } from "./decision-source.ts";
import { plainClass, plainNumber, plainValue } from "./plain-value.ts";
import { MOST_IN_DOUBLE, pushSum } from "./score-sums-sql.ts";

/** Cells as they come from a source, one a line of the answer; {@link addLines} changes it. */
export interface LooseCells {
  readonly statement: CountStatement;
  readonly question: CountQuestion;
  readonly decimal: "." | ",";
  readonly codes: number[][];
  readonly dictionaries: readonly Map<DimensionValue, number>[];
  /** Codes of values as the source writes them. */
  readonly written: readonly Map<SqlValue, number>[];
  readonly n: number[];
  readonly sums: readonly { readonly coarse: number[]; readonly fine: number[] }[];
  refused: number;
  /** Whether a label has blanks around it. */
  hasBlankLabels: boolean;
  /** Distinct scores beyond what is counted exactly. */
  tooManyScores: boolean;
  /** Sums beyond what doubles add up exactly. */
  hasRoundedSums: boolean;
}

export function looseCells(statement: CountStatement, question: CountQuestion, decimal: "." | ","): LooseCells {
  return {
    statement,
    question,
    decimal,
    codes: statement.keys.map(() => []),
    dictionaries: statement.keys.map(() => new Map()),
    written: statement.keys.map(() => new Map()),
    n: [],
    sums: statement.sums.map(() => ({ coarse: [], fine: [] })),
    refused: 0,
    hasBlankLabels: false,
    tooManyScores: false,
    hasRoundedSums: false,
  };
}

/** Adds a batch of the statement's answer. */
export function addLines(cells: LooseCells, lines: readonly (readonly SqlValue[])[]): void {
  const { keys, sums, adding } = cells.statement;
  const places: number[] = [];
  let next = 0;
  for (const { reads } of keys) places.push(reads === "none" ? -1 : next++);
  const score = keys.findIndex(({ role }) => role === "score");
  const bin = score >= 0 && keys[score]!.reads === "bin" ? places[score]! : -1;
  const byScore = decidesByScore(cells);
  for (const line of lines) {
    const rows = Number(line[next]);
    if (rows === 0) continue;
    cells.n.push(rows);
    cells.refused += Number(line[next + 1]);
    if (bin >= 0 && line[bin] !== null && !(Number(line[bin]) >= 0 && Number(line[bin]) < SCORE_BINS))
      cells.refused += rows;
    for (const [k, key] of keys.entries()) {
      const isByScore = byScore && key.role === "decision";
      const place = isByScore ? places[score]! : places[k]!;
      cells.codes[k]!.push(codeOf(cells, k, place < 0 ? null : line[place]!, isByScore));
    }
    let at = next + 2;
    for (const [k, { columns }] of sums.entries()) {
      if (adding === "doubles" && Number(line[at] ?? 0) >= MOST_IN_DOUBLE) cells.hasRoundedSums = true;
      pushSum(cells.sums[k]!, line.slice(at, at + columns));
      at += columns;
    }
  }
  if (score >= 0 && bin < 0 && cells.dictionaries[score]!.size > MOST_EXACT_SCORES + 1) cells.tooManyScores = true;
}

function codeOf(cells: LooseCells, k: number, raw: SqlValue, isByScore: boolean): number {
  const written = cells.written[k]!;
  const known = written.get(raw);
  if (known !== undefined) return known;
  const key = cells.statement.keys[k]!;
  const value = isByScore ? decisionOfScore(cells, raw) : dimensionValue(cells, key, raw);
  if (key.role === "label" && typeof raw === "string" && raw !== raw.trim()) cells.hasBlankLabels = true;
  const dictionary = cells.dictionaries[k]!;
  const code = dictionary.get(value) ?? dictionary.size;
  dictionary.set(value, code);
  // Scores are many, and each comes but a few times.
  if (written.size < 4096) written.set(raw, code);
  return code;
}

/** The cube of what was added, in its canonical form. */
export function cubeOfCells({ statement, question, codes, dictionaries, n, sums: loose }: LooseCells): DecisionCube {
  const { task } = question;
  const sums: { [name in SumName]?: ExactSums } = {};
  for (const [k, { name }] of statement.sums.entries()) {
    sums[name] = { coarse: Float64Array.from(loose[k]!.coarse), fine: Float64Array.from(loose[k]!.fine) };
  }
  const score = statement.keys.find(({ role }) => role === "score");
  const cube = canonicalCube({
    dimensions: statement.keys.map(({ name, role }, k) => ({ name, role, values: [...dictionaries[k]!.keys()] })),
    codes: codes.map((column) => Int32Array.from(column)),
    n: Float64Array.from(n),
    sums,
    scores: !score ? { kind: "none" } : score.reads === "bin" ? { kind: "bins", count: SCORE_BINS } : { kind: "exact" },
    positiveLabel: task.kind === "classification" ? task.positiveLabel : null,
  });
  return statement.adding === "weighted" || statement.sums.length === 0 ? cube : withErrorSums(cube);
}

/** Of binned scores without weights: what follows from the other sums, and nothing where score or label is not known. */
function withErrorSums(cube: DecisionCube): DecisionCube {
  const { score, scoreSquares, logLoss } = cube.sums;
  const valueAt = (role: "label" | "score") => {
    const d = roleOfCube(cube, role);
    return (cell: number) => cube.dimensions[d]!.values[cube.codes[d]![cell]!]!;
  };
  const [labelAt, scoreAt] = [valueAt("label"), valueAt("score")];
  const outcomes = Array.from(cube.n, (_, cell) => {
    const label = scoreAt(cell) === null ? null : labelAt(cell);
    return label === null ? null : label === cube.positiveLabel ? 1 : 0;
  });
  for (const [cell, outcome] of outcomes.entries()) {
    if (outcome === null) [logLoss!.coarse[cell], logLoss!.fine[cell]] = [0, 0];
  }
  const errors = errorSums(cube.n, outcomes, { score: score!, scoreSquares: scoreSquares! });
  return { ...cube, sums: { score: score!, scoreSquares: scoreSquares!, ...errors, logLoss: logLoss! } };
}

/** Whether the score decides and is counted exactly. */
function decidesByScore({ statement, question: { decision } }: LooseCells): boolean {
  if (decision === undefined || !("threshold" in decision)) return false;
  return !statement.keys.some(({ role, reads }) => role === "score" && reads === "bin");
}

function decisionOfScore({ question: { decision, missing }, decimal }: LooseCells, score: SqlValue): string | null {
  const number = plainNumber(score, decimal, missing);
  const threshold = decision !== undefined && "threshold" in decision ? decision.threshold : Number.NaN;
  return number === null ? null : number >= threshold ? "1" : "0";
}

function dimensionValue(
  { question: { missing }, decimal }: LooseCells,
  { role, reads }: CountedKey,
  raw: SqlValue,
): DimensionValue {
  if (reads === "none") return null;
  if (reads === "bin") return raw === null ? null : Number(raw) + 0;
  if (role === "score") return plainNumber(raw, decimal, missing);
  if (role === "label" || role === "decision") return plainClass(raw, reads, missing);
  const value = plainValue(raw, reads, missing);
  return value ?? (role === "attribute" || role === "control" ? MISSING : null);
}
