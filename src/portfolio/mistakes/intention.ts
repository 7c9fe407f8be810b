import type { z } from "zod";
import type { Finding, Path } from "./finding.ts";

/** A part of the input and the schema that it is held against. */
interface Part {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly path: Path;
}

/** The form that a value is meant to have, and what already speaks against it. */
export interface IntendedForm {
  readonly findings: readonly Finding[];
  readonly parts: readonly Part[];
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value is meant to be of this schema, and nothing speaks against it yet. */
export function held(schema: z.ZodType, value: unknown, path: Path): IntendedForm {
  return { findings: [], parts: [{ schema, value, path }] };
}

/** The value is of no form at all. */
export function refused(path: Path, what: string, remedy: string): IntendedForm {
  return { findings: [{ path, what, remedy }], parts: [] };
}

/** A number goes against the form that is a number; anything else is of the wrong type, which the caller says. */
export function nonMap(union: z.ZodUnion, value: unknown, path: Path): IntendedForm {
  const isNumber = typeof value === "number" && Number.isFinite(value);
  return isNumber ? held(union.options[0] as z.ZodType, value, path) : { findings: [], parts: [] };
}
