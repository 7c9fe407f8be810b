/** How several experts become one distribution. Apart from the schema, so that the page need not carry that. */
export const poolingRules = ["linear", "quantiles"] as const;
