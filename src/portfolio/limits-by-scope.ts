import type { AnnualLossLimit } from "./limit-lines.ts";

/** Limits gathered by scope, in the order of the file: several on one scope are a curve and are read off one distribution. */
export function limitsByScope(limits: readonly AnnualLossLimit[]): AnnualLossLimit[][] {
  const byScope = new Map<string, AnnualLossLimit[]>();
  for (const limit of limits) {
    const key = typeof limit.scope === "string" ? limit.scope : JSON.stringify(Object.entries(limit.scope).sort());
    const sharing = byScope.get(key);
    if (sharing) sharing.push(limit);
    else byScope.set(key, [limit]);
  }
  return [...byScope.values()];
}
