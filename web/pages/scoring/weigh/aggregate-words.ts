import type { Weighting } from "../../../../src/contract/weigh-file.ts";

/** What each rule of one score does, for whoever chooses it. */
export const aggregateWords: Readonly<
  Record<Weighting["aggregate"], { readonly title: string; readonly says: string }>
> = {
  additive: { title: "Additive", says: "what is bad on one dimension is made good by others" },
  geometric: { title: "Geometric", says: "what is as bad as can be on one dimension is not made good" },
  "worst-of": { title: "Worst of", says: "the worst dimension alone decides; weights only say which count" },
};
