/** A factor as charts and sentences show it; what it lacks is null. */
export interface FactorBranch {
  readonly key: string;
  readonly name: string;
  /** What it was read from, in words. */
  readonly detail: string;
  readonly kind: "group" | "judged" | "measured";
  /** How its parts make it up; null of a leaf. */
  readonly how: "weighted" | "worst" | "product" | null;
  /** 0 to 1. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Share of its siblings' weights; null where weights do not count, and while a sibling lacks one. */
  readonly weight: number | null;
  /** How the factor above puts its parts together; null at the top. */
  readonly within: "weighted" | "worst" | "product" | null;
  /** What it brings to the value above it. */
  readonly contribution: number | null;
  /** What comes through it of the value at the top. */
  readonly shareOfTop: number | null;
  /** Into how many steps its scale is cut; 0 for none. */
  readonly steps: number;
  /** Its parts that are shown. */
  readonly parts: readonly FactorBranch[];
}
