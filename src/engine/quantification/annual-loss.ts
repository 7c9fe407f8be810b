/** How far a figure can be off: the standard error of a simulated one, the range of an exact one. */
export type FigureError =
  | { readonly standardError: number }
  | { readonly low: number; readonly high: number; readonly kind: "estimate" | "bracket" };

/** One point of a loss exceedance curve: the probability that a year's loss is larger than `loss`. */
export interface ExceedancePoint {
  readonly loss: number;
  readonly probability: number;
}

/** The distribution of a year's loss, in the currency of the portfolio. */
export interface AnnualLoss {
  readonly expectedAnnualLoss: number;
  readonly standardDeviation: number;
  /** Probability that the year brings any loss. */
  readonly probabilityOfLoss: number;
  /** Smallest loss whose distribution function reaches the level: inf { x : F(x) ≥ p }. */
  readonly valueAtRisk: Readonly<Record<"0.5" | "0.9" | "0.95" | "0.99", number>>;
  /** Mean of the worst 1 − p of years, the atom at the quantile shared (Acerbi and Tasche). */
  readonly expectedShortfall: Readonly<Record<"0.95" | "0.99", number>>;
  /** At most 256 points, rising in loss, the first at 0. */
  readonly exceedance: readonly ExceedancePoint[];
  readonly error: {
    readonly expectedAnnualLoss: FigureError;
    readonly standardDeviation: FigureError;
    readonly valueAtRisk: Readonly<Record<"0.5" | "0.9" | "0.95" | "0.99", FigureError>>;
    readonly expectedShortfall: Readonly<Record<"0.95" | "0.99", FigureError>>;
  };
}

/** Residual figures with the inherent ones beside them. */
export type AnnualLossWithInherent = AnnualLoss & { readonly inherent: AnnualLoss };

/** What either engine answers for a set of independent scenarios. */
export interface QuantifiedScenarios {
  readonly portfolio: AnnualLossWithInherent;
  readonly systems: readonly ({ readonly id: string } & AnnualLossWithInherent)[];
  readonly risks: readonly ({ readonly id: string } & AnnualLossWithInherent)[];
  /** Share of simulated years whose residual loss is larger than each amount asked for; absent from exact figures. */
  readonly exceedance?: readonly number[];
}
