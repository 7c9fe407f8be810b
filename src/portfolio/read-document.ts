import type { z } from "zod";
import { Failure, type Mistake } from "../contract/failure.ts";
import { decodeText } from "./decode-text.ts";
import type { Finding } from "./mistakes/finding.ts";
import { placed } from "./mistakes/placed.ts";
import { structureFindings } from "./mistakes/structure.ts";
import { parseYaml } from "./parse-yaml.ts";

/**
 * A YAML or JSON file of one shape.
 *
 * @param check - what a schema cannot say, asked only of a file that has its shape
 * @throws Failure with every mistake at its line
 */
export function readDocument<T>(
  schema: z.ZodType<T>,
  bytes: Uint8Array,
  file: string,
  check: (value: T) => readonly Finding[] = () => [],
): T {
  const refuse = (mistakes: readonly Mistake[]) => {
    const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
    const placedInFile = mistakes.map((each) => ({ file, ...each }));
    return new Failure("invalid-input", `${file} has ${count}`, "correct the file", placedInFile);
  };
  const decoded = decodeText(bytes);
  if ("mistakes" in decoded) throw refuse(decoded.mistakes);
  const parsed = parseYaml(decoded.text, file);
  if ("mistakes" in parsed) throw refuse(parsed.mistakes);
  const findings = [...parsed.findings, ...structureFindings(schema, parsed.value)];
  if (findings.length > 0) throw refuse(placed(findings, parsed.positions));
  const value = schema.parse(parsed.value);
  const found = check(value);
  if (found.length > 0) throw refuse(placed([...found], parsed.positions));
  return value;
}
