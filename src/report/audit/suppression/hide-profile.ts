import { type GroupValues, sameGroup } from "../../../chart/series/fairness/group-words.ts";
import type { AuditProfile } from "../../../contract/audit-report.ts";
import type { SharedFourFifths, SharedLending, SharedProfile } from "../shared-audit.ts";
import { hiddenGroups } from "./hidden-groups.ts";
import { shownEvidence } from "./hide-evidence.ts";
import { shownOwnTable } from "./hide-own-table.ts";
import { keyOf } from "./roll-up-equations.ts";
import type { HiddenLayers } from "./small-counts.ts";

/** The tables of a law as they are shared. */
export function shownProfile(profile: AuditProfile | null, layers: HiddenLayers): SharedProfile | null {
  switch (profile?.name) {
    case undefined:
      return null;
    case "four-fifths":
      return { ...profile, tables: profile.tables.map((table) => fourFifths(table, layers)) };
    case "ll144":
      return localLaw144(profile, layers);
    case "lending":
      return { ...profile, tables: profile.tables.map((table) => lending(table, layers)) };
    case "art10":
      return { name: "art10", evidence: shownEvidence(profile.evidence, layers) };
    case "custom":
      return { ...profile, tables: profile.tables.map((table) => shownOwnTable(table, layers)) };
  }
}

type FourFifths = Extract<AuditProfile, { name: "four-fifths" }>;
type LocalLaw144 = Extract<AuditProfile, { name: "ll144" }>;
type Lending = Extract<AuditProfile, { name: "lending" }>;

function lending(table: Lending["tables"][number], layers: HiddenLayers): SharedLending["tables"][number] {
  const hides = (group: GroupValues) => layers.hides("decisions", group);
  if (!table.rows.some(({ group }) => hides(group))) return table;
  const isAlone = table.reference === null || hides(table.reference);
  const none = {
    difference: null,
    comparison: null,
    band: null,
    effectSize: null,
    denialOddsRatio: null,
    scores: null,
    controlled: null,
  };
  return {
    ...table,
    rows: table.rows.map((row) => {
      if (hides(row.group)) return { ...row, ...none, applicants: null, approved: null, approvalRate: null };
      if (isAlone) return { ...row, ...none };
      // Differences within levels would tell the counts of small ones.
      return { ...row, controlled: null, scores: layers.hides("scores", row.group) ? null : row.scores };
    }),
  };
}

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
