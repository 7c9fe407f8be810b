/** Where a control can act. Apart from the record's schema, so that the page need not carry that. */
export const controlActs = ["frequency", "loss", "secondary"] as const;
