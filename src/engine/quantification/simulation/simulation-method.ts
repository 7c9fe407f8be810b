/**
 * Name and version of the method: another version gives other figures for the same scenarios and seed.
 *
 * 2: controls are drawn by their id, with coverage, reliability and mechanism; counts other than Poisson, loss by form,
 * cuts, common causes, correlation.
 */
export const simulationMethod = { name: "compound-poisson-simulation", version: "2" } as const;
