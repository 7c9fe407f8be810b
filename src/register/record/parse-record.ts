import type { z } from "zod";
import { Failure, type Mistake } from "../../contract/failure.ts";
import { type Finding, pointer } from "../../portfolio/mistakes/finding.ts";
import { structureFindings } from "../../portfolio/mistakes/structure.ts";

/** The input in the shape the schema asks for, or `invalid-input` with every mistake. `noun` names what is wrong. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, noun: string): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw invalidInput(noun, structureFindings(schema, input));
}

export function invalidInput(noun: string, findings: readonly Finding[]): Failure {
  const mistakes: Mistake[] = findings.map(({ path, what, remedy }) => ({ path: pointer(path), what, remedy }));
  const first = mistakes[0];
  return new Failure(
    "invalid-input",
    `${noun}: ${first?.what ?? "not valid"}`,
    first?.remedy ?? "correct it",
    mistakes,
  );
}
