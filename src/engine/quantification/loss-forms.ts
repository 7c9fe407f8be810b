/** The six forms of loss of Open FAIR. */
export const lossForms = [
  "productivity",
  "response",
  "replacement",
  "competitiveAdvantage",
  "fines",
  "reputation",
] as const;
export type LossForm = (typeof lossForms)[number];
