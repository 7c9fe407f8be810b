/** Of a risk: before controls, with those that work, with those planned too. Apart from the report's schema, as roles are. */
export const states = ["inherent", "residual", "target"] as const;
