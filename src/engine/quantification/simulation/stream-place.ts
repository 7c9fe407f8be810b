/**
 * One stream for each quantity of a scenario, so that changing one estimate leaves the draws of all others as they
 * were: two versions of a scenario are compared on the same years. The events of each common cause, each control, and
 * each cause's strikes have keys of their own, under which these places begin anew.
 */
export const STREAM_PLACE = {
  /** And the two after it, for the factors of a frequency. */
  frequency: 0,
  events: 3,
  primary: 4,
  probability: 5,
  secondary: 6,
  secondaryLoss: 7,
  kept: 8,
  /** What makes years differ beyond their rate: clusters, silent years. */
  clusters: 9,
  normal: 10,
  hits: 11,
  /** And the five after it, for the forms of loss. */
  primaryForms: 16,
  secondaryForms: 24,
} as const;

/** Under the key of a control: a node has three places, in this order. */
export const CONTROL_PLACES = { frequency: 0, loss: 3, secondary: 6 } as const;
