import type { LimitScope } from "../contract/record.ts";

/** A scope in one word or two: `portfolio`, `system fraud`, `fraud × model`, `category model`, `risk drift`. */
export function scopeText(scope: LimitScope): string {
  if (scope === "portfolio") return scope;
  if ("risk" in scope) return `risk ${scope.risk}`;
  if (!("system" in scope)) return `category ${scope.category}`;
  return scope.category === undefined ? `system ${scope.system}` : `${scope.system} × ${scope.category}`;
}
