/**
 * How a correlation is measured. All three say what the copula's normals correlate by: of Gaussian ones Spearman's
 * rank correlation is (6/π) asin(ρ/2), Kendall's τ is (2/π) asin(ρ). "pearson" is the correlation ρ of the normal
 * scores themselves, not that of numbers of events or of losses, which comes out smaller.
 */
export type CorrelationKind = "pearson" | "spearman" | "kendall";

/**
 * How the numbers of events of a year hang together: pair by pair (pairs not named are independent), or as a whole
 * matrix in the order of the ids.
 */
export type Correlation =
  | {
      readonly kind: CorrelationKind;
      readonly between: readonly { readonly a: string; readonly b: string; readonly value: number }[];
    }
  | {
      readonly kind: CorrelationKind;
      readonly ids: readonly string[];
      readonly matrix: readonly (readonly number[])[];
    };
