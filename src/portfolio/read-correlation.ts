import { correlationByMatrix, correlationByPair } from "../contract/correlation-file.ts";
import { Failure, type Mistake } from "../contract/failure.ts";
import type { Portfolio } from "../contract/portfolio.ts";
import type { Correlation } from "../engine/quantification/correlation/correlation.ts";
import { correlationFactor } from "../engine/quantification/correlation/correlation-factor.ts";
import { decodeText } from "./decode-text.ts";
import { type Draft, draftOf, draftsIn } from "./mistakes/draft.ts";
import { type Finding, type Path, shown } from "./mistakes/finding.ts";
import { placed } from "./mistakes/placed.ts";
import { structureFindings } from "./mistakes/structure.ts";
import { nearestName } from "./nearest-name.ts";
import { parseYaml } from "./parse-yaml.ts";

/**
 * Reads a correlation of risks from a YAML or JSON file, pair by pair or as a matrix.
 *
 * @throws Failure `invalid-input` with every mistake at its place: shapes, risks that have no scenario, pairs given
 * twice, a matrix that is not square or symmetric, correlations that are impossible together
 */
export function readCorrelation(
  bytes: Uint8Array,
  fileName: string,
  risks: NonNullable<Portfolio["risks"]>,
): Correlation {
  const refuse = (mistakes: readonly Mistake[]): never => {
    const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
    throw new Failure(
      "invalid-input",
      `${fileName} has ${count}`,
      "correct what is named",
      mistakes.map((mistake) => ({ file: fileName, ...mistake })),
    );
  };
  const decoded = decodeText(bytes);
  if ("mistakes" in decoded) return refuse(decoded.mistakes);
  const parsed = parseYaml(decoded.text, fileName);
  if ("mistakes" in parsed) return refuse(parsed.mistakes);
  const { value, positions } = parsed;
  const draft = draftOf(value);
  if (draft === undefined) {
    const remedy = "write { kind: pearson, pairs: [{ between: [risk, risk], value: 0.4 }] }";
    return refuse([{ path: "", line: 1, column: 1, what: `file is ${shown(value)}, not a map`, remedy }]);
  }
  const byMatrix = "matrix" in draft || "risks" in draft;
  const findings = [
    ...parsed.findings,
    ...structureFindings(byMatrix ? correlationByMatrix : correlationByPair, value),
    ...unknownRisks(draft, risks),
    ...(byMatrix ? matrixFindings(draft) : pairFindings(draft)),
  ];
  if (findings.length > 0) return refuse(placed(findings, positions));
  const correlation = byMatrix ? fromMatrix(value) : fromPairs(value);
  try {
    correlationFactor(
      correlation,
      risks.flatMap(({ id, scenario }) => (scenario === undefined ? [] : [id])),
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [what = "", ...remedy] = error.message.split("; ");
    return refuse(placed([{ path: [byMatrix ? "matrix" : "pairs"], what, remedy: remedy.join("; ") }], positions));
  }
  return correlation;
}

function fromMatrix(value: unknown): Correlation {
  const { kind, risks, matrix } = correlationByMatrix.parse(value);
  return { kind, ids: risks, matrix };
}

function fromPairs(value: unknown): Correlation {
  const { kind, pairs } = correlationByPair.parse(value);
  return { kind, between: pairs.map(({ between, value }) => ({ a: between[0]!, b: between[1]!, value })) };
}

/** Risks that the portfolio does not have, or that have no scenario to correlate. */
function unknownRisks(draft: Draft, risks: NonNullable<Portfolio["risks"]>): Finding[] {
  const withScenario = new Map(risks.map(({ id, scenario }) => [id, scenario !== undefined]));
  const named: { id: unknown; path: Path }[] = Array.isArray(draft.risks)
    ? draft.risks.map((id, index) => ({ id, path: ["risks", index] }))
    : draftsIn(draft.pairs).flatMap(({ draft: pair, index }) =>
        Array.isArray(pair.between)
          ? pair.between.map((id, end) => ({ id, path: ["pairs", index, "between", end] }))
          : [],
      );
  return named.flatMap(({ id, path }): Finding[] => {
    if (typeof id !== "string" || withScenario.get(id) === true) return [];
    if (withScenario.get(id) === false) {
      return [{ path, what: `risk "${id}" has no scenario`, remedy: "give it one, or leave it out" }];
    }
    const near = nearestName(id, withScenario.keys());
    const remedy = near === undefined ? "write the id of a risk that has a scenario" : `write "${near}"`;
    return [{ path, what: `risk "${id}" is not in the portfolio`, remedy }];
  });
}

function pairFindings(draft: Draft): Finding[] {
  const first = new Set<string>();
  return draftsIn(draft.pairs).flatMap(({ draft: pair, index }): Finding[] => {
    const path = ["pairs", index, "between"];
    if (!Array.isArray(pair.between) || pair.between.length !== 2) return [];
    const [a, b] = pair.between;
    if (typeof a !== "string" || typeof b !== "string") return [];
    if (a === b) return [{ path, what: `pair correlates "${a}" with itself`, remedy: "write two risks" }];
    const key = [a, b].sort().join(" ");
    if (first.has(key)) return [{ path, what: `pair "${a}" and "${b}" is there twice`, remedy: "remove one" }];
    first.add(key);
    return [];
  });
}

function matrixFindings({ risks, matrix }: Draft): Finding[] {
  if (!Array.isArray(risks) || !Array.isArray(matrix)) return [];
  const size = risks.length;
  const findings: Finding[] = risks.flatMap((id, index) =>
    risks.indexOf(id) < index
      ? [{ path: ["risks", index], what: `risk "${id}" is there twice`, remedy: "remove one" }]
      : [],
  );
  const refuse = (path: Path, what: string, remedy: string) => findings.push({ path, what, remedy });
  if (matrix.length !== size)
    refuse(["matrix"], `matrix has ${matrix.length} rows`, `write ${size}, one for each risk`);
  for (const [row, values] of matrix.entries()) {
    if (!Array.isArray(values)) continue;
    if (values.length !== size) {
      refuse(["matrix", row], `row ${row + 1} has ${values.length} values`, `write ${size}, one for each risk`);
    }
    for (const [column, value] of values.entries()) {
      if (typeof value !== "number") continue;
      const path = ["matrix", row, column];
      if (row === column && value !== 1) refuse(path, `value ${value} is on the diagonal`, "write 1");
      const mirrored = column < row && Array.isArray(matrix[column]) ? matrix[column][row] : undefined;
      if (typeof mirrored === "number" && mirrored !== value) {
        const what = `value ${value} in row ${row + 1}, column ${column + 1} is ${mirrored} the other way round`;
        refuse(path, what, "write a symmetric matrix");
      }
    }
  }
  return findings;
}
