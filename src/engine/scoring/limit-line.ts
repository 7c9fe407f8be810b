/** What a limit holds: everything, one system, one category, one category of one system, or one risk. */
export type LimitScope =
  | "portfolio"
  | { readonly system: string; readonly category?: string | undefined }
  | { readonly category: string }
  | { readonly risk: string };

/** A line drawn for residual scores: reaching appetite is a warning, reaching tolerance a breach. */
export interface ScoreLine {
  readonly id: string;
  readonly scope: LimitScope;
  readonly appetite: number;
  readonly tolerance: number;
}

/** What a scope is compared with. */
export interface Whereabouts {
  readonly id: string;
  readonly system: string;
  readonly category: string;
}

/**
 * A look-up of the one line a risk is held to: the most specific that covers it, in the order risk, system and
 * category, system, category, portfolio.
 *
 * A general line does not bind where a narrower one was drawn, be that one stricter or more lenient. Of two lines of
 * the same scope the one with the lower appetite holds, then the lower tolerance, then the first. Null when no line
 * covers the risk. Constant time per risk, whatever the number of lines.
 *
 * @example
 * limitLine([
 *   { id: "all", scope: "portfolio", appetite: 12, tolerance: 20 },
 *   { id: "fraud", scope: { system: "fraud" }, appetite: 8, tolerance: 15 },
 * ])({ id: "drift", system: "fraud", category: "model" })?.id // => "fraud"
 */
export function limitLine<Line extends ScoreLine>(lines: readonly Line[]): (risk: Whereabouts) => Line | null {
  const strictest = new Map<string, Line>();
  for (const line of lines) {
    const key = scopeKey(line.scope);
    const held = strictest.get(key);
    if (held === undefined || isStricter(line, held)) strictest.set(key, line);
  }
  return ({ id, system, category }) =>
    strictest.get(scopeKey({ risk: id })) ??
    strictest.get(scopeKey({ system, category })) ??
    strictest.get(scopeKey({ system })) ??
    strictest.get(scopeKey({ category })) ??
    strictest.get(scopeKey("portfolio")) ??
    null;
}

/** One name for one scope. Ids are slugs, so that no blank occurs within them. */
function scopeKey(scope: LimitScope): string {
  if (scope === "portfolio") return "portfolio";
  if ("risk" in scope) return `risk ${scope.risk}`;
  if (!("system" in scope)) return `category ${scope.category}`;
  return scope.category === undefined ? `system ${scope.system}` : `cell ${scope.system} ${scope.category}`;
}

function isStricter(line: ScoreLine, held: ScoreLine): boolean {
  return line.appetite === held.appetite ? line.tolerance < held.tolerance : line.appetite < held.appetite;
}
