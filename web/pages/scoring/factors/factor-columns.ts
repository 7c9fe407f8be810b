export type FactorColumnId = "name" | "how" | "reading" | "weight" | "scale" | "brings" | "source";

interface FactorColumn {
  readonly id: FactorColumnId;
  readonly title: string;
  /** What the column says at length. */
  readonly meaning: string;
  readonly edited: "typed" | "chosen" | "computed";
}

/** The columns of the tree as a table, from left to right. */
export const factorColumns: readonly FactorColumn[] = [
  { id: "name", title: "Factor", meaning: "name", edited: "typed" },
  { id: "how", title: "Read from", meaning: "what it is read from", edited: "chosen" },
  { id: "reading", title: "Reading", meaning: "level, value or count", edited: "typed" },
  { id: "scale", title: "Of 100", meaning: "place on its scale", edited: "computed" },
  { id: "weight", title: "Weight", meaning: "weight beside its siblings", edited: "typed" },
  { id: "brings", title: "Brings", meaning: "what it brings to the factor above it", edited: "computed" },
  { id: "source", title: "Source", meaning: "where it comes from", edited: "typed" },
];
