import type { LimitScope, Whereabouts } from "./limit-line.ts";

/**
 * Whether a risk is part of what a scope holds.
 *
 * @example
 * inScope({ system: "fraud" }, { id: "drift", system: "fraud", category: "model" }) // => true
 */
export function inScope(scope: LimitScope, risk: Whereabouts): boolean {
  if (scope === "portfolio") return true;
  if ("risk" in scope) return scope.risk === risk.id;
  if ("system" in scope && scope.system !== risk.system) return false;
  return scope.category === undefined || scope.category === risk.category;
}
