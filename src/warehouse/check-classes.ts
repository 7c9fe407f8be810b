import { type DecisionCube, roleOfCube } from "../engine/fairness/cube/decision-cube.ts";
import { inputFailure } from "./input-failure.ts";
import { type ResolvedMapping, unnamedClasses } from "./resolve-mapping.ts";

/**
 * Holds what was counted against the classes that were named: 0 and 1 where none was, and a class that does occur.
 *
 * @throws Failure `invalid-input` listing what was found, or where a column has no value at all
 */
export function checkClasses(
  source: { readonly name: string },
  cube: DecisionCube,
  { mapping, question, favourable, assumed }: Pick<ResolvedMapping, "mapping" | "question" | "favourable" | "assumed">,
): void {
  const { task } = question;
  const parts = [
    {
      part: "label",
      column: mapping.label,
      named: task.kind === "classification" ? task.positiveLabel : null,
      option: "--positive-label",
    },
    { part: "decision", column: mapping.decision, named: favourable, option: "--favourable-decision" },
  ] as const;
  for (const { part, column, named, option } of parts) {
    const d = roleOfCube(cube, part);
    if (column === undefined || d < 0) continue;
    const found = cube.dimensions[d]!.values.flatMap((value) => (value === null ? [] : [String(value)]));
    if (found.length === 0)
      throw inputFailure(source, `${part} ${column} has no value`, "name another column, or leave it out");
    const isBinary = found.every((text) => text === "0" || text === "1");
    // A label that never varies is for the audit to say, and so is a stage that nobody has reached.
    const isNamed =
      found.includes(named!) || (isBinary && /^[01]$/.test(named!)) || mapping.stages?.includes(named!) === true;
    const isGuess = assumed[part] && mapping.stages === undefined;
    if (isGuess ? !isBinary && !(named !== "1" && found.includes(named!)) : !isNamed)
      throw unnamedClasses(source, part, column, found, option);
  }
  const score = roleOfCube(cube, "score");
  if (mapping.score !== undefined && score >= 0 && cube.dimensions[score]!.values.every((value) => value === null))
    throw inputFailure(source, `score ${mapping.score} has no value`, "name another column, or leave it out");
}
