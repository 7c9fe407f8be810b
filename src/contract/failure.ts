/** The closed list of what can go wrong for a caller. Each door maps every code to its own answer. */
export const failureCodes = [
  "invalid-input",
  "not-found",
  "already-exists",
  "forbidden",
  "unauthenticated",
  "changed-since",
  "in-use",
  "newer-schema",
  "too-large",
  "cancelled",
  "internal",
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** One mistake at one place of the input. */
export interface Mistake {
  /** Name of the file, where the input is one. */
  readonly file?: string;
  /** JSON pointer into the input, such as `/risks/3/inherent/impact`. */
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  /** Lower case: noun, offending value. */
  readonly what: string;
  readonly remedy: string;
}

/** A refusal that names the place, the value and the remedy. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly remedy: string;
  readonly mistakes: readonly Mistake[];

  constructor(code: FailureCode, what: string, remedy: string, mistakes: readonly Mistake[] = []) {
    super(what);
    this.name = "Failure";
    this.code = code;
    this.remedy = remedy;
    this.mistakes = mistakes;
  }
}
