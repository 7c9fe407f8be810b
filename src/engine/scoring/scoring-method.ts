/** Name and version of what makes the scores; the version rises whenever the same input can give another score. */
export const scoringMethod = { name: "likelihood-impact", version: "2" } as const;
