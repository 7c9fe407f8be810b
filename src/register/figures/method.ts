/** Name and version of what makes the figures; the version rises whenever the same inputs give another figure. */
export const scoringMethod = { name: "likelihood-impact", version: "1" };
export const exactMethod = { name: "compound-poisson-fft", version: "1" };
