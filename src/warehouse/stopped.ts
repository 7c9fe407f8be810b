import { Failure } from "../contract/failure.ts";

/** What is said when a count ends before its end because somebody wished so. */
export function stopped(): Failure {
  return new Failure("cancelled", "counting was stopped before its end", "run it again");
}
