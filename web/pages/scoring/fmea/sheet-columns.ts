import { type RatingField, ratingFields } from "./fmea-draft.ts";

export interface SheetColumn {
  readonly id: string;
  readonly title: string;
  /** What the column says at length. */
  readonly meaning: string;
  /** Which text of a mode it edits; null where it follows from the ratings. */
  readonly edits: "id" | { readonly when: "now" | "after"; readonly field: RatingField } | null;
}

const letters: Readonly<Record<RatingField, string>> = { severity: "S", occurrence: "O", detection: "D" };

function ratings(when: "now" | "after"): SheetColumn[] {
  return ratingFields.map((field) => ({
    id: `${when}.${field}`,
    title: when === "now" ? letters[field] : `${letters[field]} after`,
    meaning: when === "now" ? field : `${field} after the actions`,
    edits: { when, field },
  }));
}

/** The sheet's columns from left to right. */
export const sheetColumns: readonly SheetColumn[] = [
  { id: "id", title: "Failure mode", meaning: "name", edits: "id" },
  ...ratings("now"),
  { id: "rpn", title: "RPN", meaning: "risk priority number", edits: null },
  { id: "priority", title: "Action priority", meaning: "action priority", edits: null },
  { id: "rank", title: "Rank", meaning: "rank", edits: null },
  ...ratings("after"),
  { id: "result", title: "Priority after", meaning: "action priority after the actions", edits: null },
];
