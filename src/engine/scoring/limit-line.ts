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
  const ofRisk = new Map<string, Line>();
  const ofCell = new Map<string, Line>();
  const ofSystem = new Map<string, Line>();
  const ofCategory = new Map<string, Line>();
  let ofAll: Line | null = null;
  for (const line of lines) {
    const { scope } = line;
    if (scope === "portfolio") ofAll = ofAll === null ? line : stricter(ofAll, line);
    else if ("risk" in scope) keepStricter(ofRisk, scope.risk, line);
    else if (!("system" in scope)) keepStricter(ofCategory, scope.category, line);
    else if (scope.category === undefined) keepStricter(ofSystem, scope.system, line);
    else keepStricter(ofCell, cellKey(scope.system, scope.category), line);
  }
  return ({ id, system, category }) =>
    ofRisk.get(id) ??
    (ofCell.size === 0 ? undefined : ofCell.get(cellKey(system, category))) ??
    ofSystem.get(system) ??
    ofCategory.get(category) ??
    ofAll;
}

/** One name for one cell. Ids are slugs, so that no blank occurs within them. */
function cellKey(system: string, category: string): string {
  return `${system} ${category}`;
}

function keepStricter<Line extends ScoreLine>(lines: Map<string, Line>, key: string, line: Line): void {
  const held = lines.get(key);
  lines.set(key, held === undefined ? line : stricter(held, line));
}

/** The first of two that are equally strict. */
function stricter<Line extends ScoreLine>(held: Line, line: Line): Line {
  const isStricter = line.appetite === held.appetite ? line.tolerance < held.tolerance : line.appetite < held.appetite;
  return isStricter ? line : held;
}
