/**
 * Name and version of the method: another version gives other figures for the same scenarios and seed.
 *
 * 2: controls are drawn by their id, with coverage, reliability and mechanism; counts other than Poisson, loss by form,
 * cuts, common causes, correlation.
 * 3: lognormals are drawn from strips; events are added to the years of a part one by one.
 */
export const simulationMethod = { name: "compound-poisson-simulation", version: "3" } as const;
