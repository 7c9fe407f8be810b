import type { AuditReport, GroupCounts, OutcomeCounts } from "../../../contract/audit-report.ts";
import { hiddenGroups } from "./hidden-groups.ts";
import { keyOf, type RollUpEquation, rollUpEquations } from "./roll-up-equations.ts";

/** What a figure is made of: rows, decisions, labels, both of them, or scores and labels. */
export type Layer = "rows" | "decisions" | "labels" | "outcomes" | "scores";

type GroupKey = Readonly<Record<string, string>>;

/** Which groups are hidden in which layer. */
export interface HiddenLayers {
  readonly below: number;
  readonly equations: readonly RollUpEquation[];
  /** Rows of each place: all together at 0, then the groups. */
  readonly sizes: readonly number[];
  readonly places: readonly GroupKey[];
  hides(layer: Layer, group: GroupKey): boolean;
  /** Whether any group of these attributes is hidden. */
  hidesAnyOf(layer: Layer, attributes: readonly string[]): boolean;
  /** Positions of what is hidden in a layer. */
  placesIn(layer: Layer): ReadonlySet<number>;
  /** Whether the group itself is small. */
  isSmall(group: GroupKey): boolean;
}

/**
 * Which groups of a report are hidden, layer by layer: a group with few rows in all of them, one with few favourable
 * decisions (or few others) in decisions and outcomes, and so on; each with what has to be hidden beside it. Rows without label or decision are no outcome: their number stays visible, their parts do not.
 */
export function hiddenLayers(report: AuditReport, below: number): HiddenLayers {
  const groups = report.groups.map(({ group }) => group);
  const equations = rollUpEquations(groups);
  const sizes = [report.rows, ...report.groups.map(({ n }) => n)];
  const outcomes = outcomesOfPlaces(report);
  const about = { equations, sizes, below };
  const rows = hiddenGroups({ ...about, counts: sizes.map((n) => [n]) });
  const layer = (parts: (counts: OutcomeCounts) => readonly number[], before: Before, leeway?: readonly number[]) =>
    hiddenGroups({
      ...about,
      counts: outcomes.map((each) => each.flatMap(parts)),
      ...before,
      ...(leeway && { leeway }),
    });
  const ofRows = { hidden: rows.hidden, guarded: rows.small };
  const decisions = layer(decidedCounts, ofRows);
  const labels = layer(labelledCounts, ofRows);
  const partly = outcomes.flatMap((each, place) =>
    each.flatMap(incompleteCounts).some((n) => n > 0 && n < below) ? [place] : [],
  );
  const isOpen = (place: number) => decisions.hidden.has(place) || labels.hidden.has(place);
  // With its decisions and its labels shown, of a group's outcomes only one is free, between 0 and the least of these.
  const leeway = outcomes.map((each, place) =>
    isOpen(place)
      ? sizes[place]!
      : Math.min(sizes[place]!, ...each.flatMap((counts) => [...decidedCounts(counts), ...labelledCounts(counts)])),
  );
  const both = layer(
    outcomeCounts,
    {
      hidden: [...decisions.hidden, ...labels.hidden, ...partly],
      guarded: [...rows.small, ...decisions.small, ...labels.small, ...partly],
    },
    leeway,
  );
  const hidden: Readonly<Record<Layer, ReadonlySet<number>>> = {
    rows: rows.hidden,
    decisions: decisions.hidden,
    labels: labels.hidden,
    outcomes: both.hidden,
    scores: labels.hidden,
  };
  const position = new Map([{}, ...groups].map((group, place) => [keyOf(group), place]));
  const placeOf = (group: GroupKey) => position.get(keyOf(group));
  const isHidden = (name: Layer, group: GroupKey) => {
    const place = placeOf(group);
    // Of a group that was not counted nothing is known: not that it may be shown either.
    return place === undefined ? hidden[name].size > 0 : hidden[name].has(place);
  };
  return {
    below,
    equations,
    sizes,
    places: [{}, ...groups],
    hides: isHidden,
    hidesAnyOf: (name, attributes) =>
      [...hidden[name]].some((place) => {
        const own = Object.keys(groups[place - 1] ?? {});
        return own.length === attributes.length && own.every((attribute) => attributes.includes(attribute));
      }),
    placesIn: (name) => hidden[name],
    isSmall: (group) => rows.small.has(placeOf(group) ?? 0),
  };
}

type Before = { readonly hidden: Iterable<number>; readonly guarded: Iterable<number> };

/** Layer of a figure; of one that is not known here the most guarded. */
export function layerOf(metric: string): Layer {
  if (metric === "selectionRate") return "decisions";
  if (metric === "baseRate") return "labels";
  if (/^(auc|brier|logLoss|expectedCalibrationError)$/.test(metric)) return "scores";
  return /^(mean|rootMean)/.test(metric) ? "rows" : "outcomes";
}

/** Counts of each place, those of every class one after the other. */
function outcomesOfPlaces({ counts, groups, classes }: AuditReport): OutcomeCounts[][] {
  const rowsOf = ({ rows }: GroupCounts) => (rows ? [rows] : []);
  const found = [rowsOf(counts), ...groups.map((group) => rowsOf(group.counts))];
  for (const one of classes) {
    const own = new Map(one.groups.map((group) => [keyOf(group.group), rowsOf(group.counts)]));
    for (const [k, { group }] of groups.entries()) found[k + 1]!.push(...(own.get(keyOf(group)) ?? []));
    // All together in a class is the sum over any one attribute.
    const [first] = groups;
    const attribute = Object.keys(first?.group ?? {})[0];
    const parts = one.groups.filter(({ group }) => sameKeys(group, attribute)).flatMap((group) => rowsOf(group.counts));
    if (parts.length > 0) found[0]!.push(parts.reduce(added));
  }
  return found;
}

function sameKeys(group: GroupKey, attribute: string | undefined): boolean {
  const keys = Object.keys(group);
  return keys.length === 1 && keys[0] === attribute;
}

function added(a: OutcomeCounts, b: OutcomeCounts): OutcomeCounts {
  return Object.fromEntries(
    Object.entries(a).map(([name, n]) => [name, n + b[name as keyof OutcomeCounts]]),
  ) as OutcomeCounts;
}

function decidedCounts(c: OutcomeCounts): number[] {
  return [
    c.truePositives + c.falsePositives + c.unlabelledSelected,
    c.falseNegatives + c.trueNegatives + c.unlabelledRejected,
  ];
}

function labelledCounts(c: OutcomeCounts): number[] {
  return [
    c.truePositives + c.falseNegatives + c.undecidedPositives,
    c.falsePositives + c.trueNegatives + c.undecidedNegatives,
  ];
}

function outcomeCounts(c: OutcomeCounts): number[] {
  return [c.truePositives, c.falseNegatives, c.falsePositives, c.trueNegatives];
}

function incompleteCounts(c: OutcomeCounts): number[] {
  return [c.unlabelledSelected, c.unlabelledRejected, c.undecidedPositives, c.undecidedNegatives];
}
