import { derivableCounts } from "./derivable-counts.ts";
import type { RollUpEquation } from "./roll-up-equations.ts";

export interface HiddenGroupsInput {
  readonly equations: readonly RollUpEquation[];
  /** Rows of each place; the smallest are hidden first beside a small one. */
  readonly sizes: readonly number[];
  /** Counts of each place that have to be kept from being found; those of all rows stand at 0. */
  readonly counts: readonly (readonly number[])[];
  /** Counts from here on may be seen. */
  readonly below: number;
  /** How far the counts of a hidden place could be others by what else is shown of it; its rows unless said otherwise. */
  readonly leeway?: readonly number[];
  /** Places that are hidden whatever their counts. */
  readonly hidden?: Iterable<number>;
  /** Those of them that are hidden for their own sake. */
  readonly guarded?: Iterable<number>;
}

/**
 * Which groups to hide so that no count from 1 to below a limit is shown or can be found: the small ones, and beside them as
 * many others as it takes. None at all is shown, as statistical offices do: it is nobody's count.
 *
 * Of every sum that stays visible two parts are hidden or none; hidden parts together reach the limit, could be others by
 * as much, and are not so many that each of them must be close to it; and no hidden count follows from the shown ones, whatever sums are combined.
 */
export function hiddenGroups(input: HiddenGroupsInput): { readonly small: Set<number>; readonly hidden: Set<number> } {
  const { equations, counts, below } = input;
  // What does not occur at all is no secret: the report says so.
  const kinds = (counts[0] ?? []).flatMap((all, kind) => (all > 0 ? [kind] : []));
  const small = new Set<number>();
  for (const [place, own] of counts.entries())
    if (kinds.some((kind) => own[kind]! > 0 && own[kind]! < below)) small.add(place);
  const hidden = new Set([...small, ...(input.hidden ?? [])]);
  if (hidden.size === 0) return { small, hidden };
  const about = { ...input, kinds, small, guarded: new Set([...small, ...(input.guarded ?? [])]) };
  for (;;) {
    let changes: boolean;
    do {
      changes = false;
      for (const equation of equations) if (hideBeside(equation, hidden, about)) changes = true;
    } while (changes);
    const found = derivableCounts(equations, hidden);
    if (found.size === 0) return { small, hidden };
    const before = hidden.size;
    for (const place of found) hideNear(place, hidden, about);
    if (hidden.size === before) for (const place of counts.keys()) hidden.add(place);
  }
}

interface About extends Omit<HiddenGroupsInput, "guarded"> {
  readonly kinds: readonly number[];
  readonly small: ReadonlySet<number>;
  /** The small ones, and those that were to be hidden anyway: not those that are hidden for their sake. */
  readonly guarded: ReadonlySet<number>;
}

/** Hides what one equation asks for. Returns whether anything was. */
function hideBeside({ whole, parts }: RollUpEquation, hidden: Set<number>, about: About): boolean {
  const before = hidden.size;
  const shown = parts.filter((part) => !hidden.has(part)).sort((a, b) => about.sizes[a]! - about.sizes[b]! || a - b);
  if (hidden.has(whole)) {
    if (shown.length === parts.length) hidden.add(shown[0]!);
    return hidden.size > before;
  }
  while (shown.length < parts.length && !hidden.has(whole) && !isSafe(parts, hidden, about))
    hidden.add(shown.shift() ?? whole);
  return hidden.size > before;
}

/** Whether the sum of the hidden parts tells nothing of any of them. */
function isSafe(parts: readonly number[], hidden: ReadonlySet<number>, about: About): boolean {
  const { counts, kinds, small, guarded, below, sizes, leeway = sizes } = about;
  const out = parts.filter((part) => hidden.has(part));
  if (out.length < 2) return false;
  const sums = kinds.map((kind) => out.reduce((total, part) => total + counts[part]![kind]!, 0));
  // Where all have none of a kind, that is known of each: then only those are free of which little else is shown.
  const isNone = about.leeway !== undefined && sums.includes(0);
  const room = (part: number) => (isNone && leeway[part]! < sizes[part]! ? 0 : leeway[part]!);
  // A place whose counts are as good as known hides no other.
  const free = out.reduce((total, part) => total + room(part), 0);
  if (out.some((part) => guarded.has(part) && (room(part) === 0 || free - room(part) < below - 1))) return false;
  const allSmall = out.every((part) => small.has(part));
  return sums.every(
    (sum) => (isNone && sum === 0) || (sum >= below && !(allSmall && sum > (below - 1) * (out.length - 1))),
  );
}

/** Hides one more of the groups that a place is in a sum with: the smallest part, or else the whole. */
function hideNear(place: number, hidden: Set<number>, { equations, sizes }: About): void {
  const near = equations.filter(({ whole, parts }) => whole === place || parts.includes(place));
  const parts = near.flatMap((equation) => equation.parts).filter((part) => !hidden.has(part));
  const [next] = parts.sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  if (next !== undefined) hidden.add(next);
  else for (const { whole } of near) hidden.add(whole);
}
