/** The kinds of harm an impact is judged by; the worst of them is the impact. */
export const impactKinds = ["people", "rights", "money", "legal", "operations", "reputation"] as const;
export type ImpactKind = (typeof impactKinds)[number];
