/**
 * Name and version of what makes the exact figures. The version changes when the same inputs give other figures.
 *
 * Version 2 reads threat capability and resistance, forms of loss, counts other than Poisson, coverage, reliability and
 * mechanism of controls, and common causes. Version 3 finds shares that are known narrowly: its quadrature rule parts
 * what holds their mass, not all that is possible.
 */
export const exactMethod = { name: "compound-poisson-fft", version: "3" } as const;
