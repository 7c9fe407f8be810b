import type { Mistake } from "../contract/failure.ts";
import { mistakeLine, note } from "./output.ts";

const mostWarnings = 20;

/** Prints warnings to stderr, so that stdout stays the answer; beyond twenty only how many more there are. */
export function printWarnings(warnings: readonly Mistake[]): void {
  for (const warning of warnings.slice(0, mostWarnings)) {
    note(mistakeLine({ ...warning, what: `warning: ${warning.what}` }));
  }
  if (warnings.length > mostWarnings) note(`and ${warnings.length - mostWarnings} more warnings`);
}
