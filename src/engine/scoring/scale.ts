/** One level of an ordered scale with its numeric bounds: [from, to). Above the last `to` a value stays in the last level. */
export interface Level {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** How a risk is placed: levels, what a score is made of, and the band of every cell. */
export interface Scale {
  /** Loss events a year. */
  readonly likelihood: readonly Level[];
  /** Loss of one event, in the portfolio's currency. */
  readonly impact: readonly Level[];
  readonly score: "product" | "sum";
  /** Band names, lowest first. */
  readonly bandNames: readonly string[];
  /** One row per likelihood, lowest first; one entry per impact. */
  readonly bands: readonly (readonly string[])[];
}
