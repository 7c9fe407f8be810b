/** What holds where a file of rated scenarios says nothing. */
export const weighDefaults = {
  levels: { likelihood: 5, impact: 5 },
  score: "product",
  wobble: { concentration: 50, rating: 0.2 },
} as const;
