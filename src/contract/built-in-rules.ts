/** Rules that hold without being written, after all written ones. */
export const builtInRules = ["system-label", "model-label"] as const;
