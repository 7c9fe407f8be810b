/**
 * How a loss between two grid points is read: split so that its mean stays ("mean"), moved down to the lower one, or up
 * to the upper one. Down and up bound the loss of a year in stochastic order.
 */
export type Rounding = "mean" | "down" | "up";
