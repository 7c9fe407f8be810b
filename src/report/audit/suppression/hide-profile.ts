import { type GroupValues, sameGroup } from "../../../chart/series/fairness/group-words.ts";
import type { AuditProfile } from "../../../contract/audit-report.ts";
import type { SharedProfile } from "../shared-audit.ts";
import { hiddenGroups } from "./hidden-groups.ts";
import { keyOf } from "./roll-up-equations.ts";
import type { HiddenLayers } from "./small-counts.ts";

/** The tables of a law as they are shared; those of a law that is not known here are left out. */
export function shownProfile(profile: AuditProfile | null, layers: HiddenLayers): SharedProfile | null {
  if (profile === null) return null;
  if (profile.name === "four-fifths")
    return { ...profile, tables: profile.tables.map((table) => fourFifths(table, layers)) };
  if (profile.name === "ll144") return localLaw144(profile, layers);
  if (profile.name === "art10") return hasFew(profile.evidence, layers.below) ? null : profile;
  const isWhole = (["rows", "decisions", "labels", "outcomes", "scores"] as const).every(
    (layer) => layers.placesIn(layer).size === 0,
  );
  return isWhole ? profile : null;
}

/** Whether there is a count under the limit somewhere in what the data are: then the whole of it stays in the house. */
function hasFew(part: unknown, below: number): boolean {
  if (typeof part === "number") return Number.isInteger(part) && part > 0 && part < below;
  if (typeof part !== "object" || part === null) return false;
  // Shares and ends of intervals are no counts; how many combinations there may be says nothing of anybody.
  return Object.entries(part).some(([name, value]) => !uncounted.includes(name) && hasFew(value, below));
}

const uncounted = ["share", "low", "high", "possible", "present"];

type FourFifths = Extract<AuditProfile, { name: "four-fifths" }>;
type LocalLaw144 = Extract<AuditProfile, { name: "ll144" }>;
type SharedFourFifths = Extract<SharedProfile, { name: "four-fifths" }>;

function fourFifths(table: FourFifths["tables"][number], layers: HiddenLayers): SharedFourFifths["tables"][number] {
  const hides = (group: GroupValues) => layers.hides("decisions", group);
  if (!table.rows.some(({ group }) => hides(group))) return table;
  const isReferenceHidden = table.reference === null || hides(table.reference);
  return {
    ...table,
    unknownApplicants: null,
    rows: table.rows.map((row) => {
      // A share tells the whole without the rows of unknown group.
      if (!hides(row.group)) return { ...row, share: null, comparison: isReferenceHidden ? null : row.comparison };
      return { ...row, applicants: null, selected: null, selectionRate: null, share: null, comparison: null };
    }),
  };
}

function localLaw144(profile: LocalLaw144, layers: HiddenLayers): SharedProfile {
  const hidden = profile.basis === "selection-rate" ? null : hiddenByScore(profile, layers);
  const hides = (group: GroupValues) => (hidden ? hidden.has(keyOf(group)) : layers.hides("decisions", group));
  return {
    ...profile,
    tables: profile.tables.map((table) => {
      const isWhole =
        !table.rows.some(({ category }) => hides(category)) && !(table.unknown > 0 && table.unknown < layers.below);
      if (isWhole) return table;
      const highest = table.rows.find(({ impactRatio }) => impactRatio === 1);
      const isHighestHidden = highest === undefined || hides(highest.category);
      return {
        ...table,
        unknown: null,
        rows: table.rows.map((row) => {
          if (!hides(row.category)) return isHighestHidden ? { ...row, impactRatio: null } : row;
          return { ...row, assessed: null, selected: null, rate: null, impactRatio: null };
        }),
      };
    }),
  };
}

/** Scores above the median are counts of their own; rows of unknown category are hidden where their number is. */
function hiddenByScore({ tables }: LocalLaw144, layers: HiddenLayers): Set<string> {
  const rows = tables.flatMap((table) => table.rows);
  const counts = layers.places.map((group, place) => {
    const row = rows.find(({ category }) => place > 0 && sameGroup(category, group));
    return row ? [row.selected, row.assessed - row.selected] : [layers.below, layers.below];
  });
  const { hidden } = hiddenGroups({ ...layers, counts, hidden: layers.placesIn("rows") });
  return new Set([...hidden].map((place) => keyOf(layers.places[place]!)));
}
