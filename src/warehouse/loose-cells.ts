import { canonicalCube } from "../engine/fairness/cube/canonical-cube.ts";
import {
  type DecisionCube,
  type DimensionValue,
  MISSING,
  MOST_EXACT_SCORES,
  SCORE_BINS,
  type SumName,
} from "../engine/fairness/cube/decision-cube.ts";
import type { CountQuestion } from "./count-question.ts";
import type { CountedKey, CountStatement } from "./count-statement.ts";
import type { SqlValue } from "./decision-source.ts";
import { plainClass, plainNumber, plainValue } from "./plain-value.ts";
import { unitsOf } from "./score-sums-sql.ts";

/** Cells as they come from a source, one a line of the answer; {@link addLines} changes it. */
export interface LooseCells {
  readonly statement: CountStatement;
  readonly question: CountQuestion;
  readonly decimal: "." | ",";
  readonly codes: number[][];
  readonly dictionaries: readonly Map<DimensionValue, number>[];
  readonly n: number[];
  readonly units: bigint[][];
  refused: number;
  /** Whether a label has blanks around it. */
  hasBlankLabels: boolean;
  /** Distinct scores beyond what is counted exactly. */
  tooManyScores: boolean;
}

export function looseCells(statement: CountStatement, question: CountQuestion, decimal: "." | ","): LooseCells {
  return {
    statement,
    question,
    decimal,
    codes: statement.keys.map(() => []),
    dictionaries: statement.keys.map(() => new Map()),
    n: [],
    units: statement.sums.map(() => []),
    refused: 0,
    hasBlankLabels: false,
    tooManyScores: false,
  };
}

/** Adds a batch of the statement's answer. */
export function addLines(cells: LooseCells, lines: readonly (readonly SqlValue[])[]): void {
  const { keys, sums } = cells.statement;
  const places: number[] = [];
  let next = 0;
  for (const { reads } of keys) places.push(reads === "none" ? -1 : next++);
  const score = keys.findIndex(({ role }) => role === "score");
  const decided = decisionByScore(cells);
  for (const line of lines) {
    const rows = Number(line[next]);
    if (rows === 0) continue;
    cells.n.push(rows);
    cells.refused += Number(line[next + 1]);
    for (const [k, key] of keys.entries()) {
      const place = places[k]!;
      const raw = place < 0 ? null : line[place]!;
      const value =
        decided && key.role === "decision" ? decided(line[places[score]!]!) : dimensionValue(cells, key, raw);
      if (key.role === "label" && typeof raw === "string" && raw !== raw.trim()) cells.hasBlankLabels = true;
      const dictionary = cells.dictionaries[k]!;
      let code = dictionary.get(value);
      if (code === undefined) {
        code = dictionary.size;
        dictionary.set(value, code);
      }
      cells.codes[k]!.push(code);
    }
    let at = next + 2;
    for (const [k, { columns }] of sums.entries()) {
      const parts = line.slice(at, at + columns).map((part) => BigInt(part ?? 0));
      cells.units[k]!.push(unitsOf(parts));
      at += columns;
    }
  }
  if (score >= 0 && keys[score]!.reads !== "bin" && cells.dictionaries[score]!.size > MOST_EXACT_SCORES + 1)
    cells.tooManyScores = true;
}

/** The cube of what was added, in its canonical form. */
export function cubeOfCells({ statement, question, codes, dictionaries, n, units }: LooseCells): DecisionCube {
  const { task } = question;
  const sums: { [name in SumName]?: { coarse: Float64Array; fine: Float64Array } } = {};
  for (const [k, { name }] of statement.sums.entries()) {
    const whole = units[k]!;
    sums[name] = {
      coarse: Float64Array.from(whole, (sum) => Number(sum >> 26n)),
      fine: Float64Array.from(whole, (sum) => Number(BigInt.asUintN(26, sum))),
    };
  }
  const score = statement.keys.find(({ role }) => role === "score");
  return canonicalCube({
    dimensions: statement.keys.map(({ name, role }, k) => ({ name, role, values: [...dictionaries[k]!.keys()] })),
    codes: codes.map((column) => Int32Array.from(column)),
    n: Float64Array.from(n),
    sums,
    scores: !score ? { kind: "none" } : score.reads === "bin" ? { kind: "bins", count: SCORE_BINS } : { kind: "exact" },
    positiveLabel: task.kind === "classification" ? task.positiveLabel : null,
  });
}

/** Where the score decides and is counted exactly: the decision of a score. */
function decisionByScore({ statement, question, decimal }: LooseCells): ((score: SqlValue) => string | null) | null {
  const { decision, missing } = question;
  if (decision === undefined || !("threshold" in decision)) return null;
  if (statement.keys.some(({ role, reads }) => role === "score" && reads === "bin")) return null;
  return (score) => {
    const number = plainNumber(score, decimal, missing);
    return number === null ? null : number >= decision.threshold ? "1" : "0";
  };
}

function dimensionValue(
  { question: { missing }, decimal }: LooseCells,
  { role, reads }: CountedKey,
  raw: SqlValue,
): DimensionValue {
  if (reads === "none") return null;
  if (role === "score") return plainNumber(raw, decimal, missing);
  if (role === "label" || role === "decision") return plainClass(raw, reads as Exclude<typeof reads, "bin">, missing);
  const value = plainValue(raw, reads as Exclude<typeof reads, "bin">, missing);
  return value ?? (role === "attribute" || role === "control" ? MISSING : null);
}
