import type { FailureCode } from "../contract/failure.ts";

/** What the exit code of a command says. */
export const exitCodes = {
  done: 0,
  /** A check found what it looks for. */
  found: 1,
  wrongInput: 2,
  ourFault: 3,
  /** The state of things forbids it. */
  refused: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitCodeOf(code: FailureCode): ExitCode {
  switch (code) {
    case "invalid-input":
    case "not-found":
    case "too-large":
    case "unauthenticated":
      return exitCodes.wrongInput;
    case "already-exists":
    case "forbidden":
    case "changed-since":
    case "in-use":
    case "newer-schema":
    case "cancelled":
      return exitCodes.refused;
    case "internal":
      return exitCodes.ourFault;
    default:
      return unmapped(code);
  }
}

function unmapped(code: never): ExitCode {
  throw new Error(`no exit code for ${code}`);
}
