/** What raises a factor: more of what is measured, or less of it. */
type Raises = "higher" | "lower";

/** One thing that makes an event more likely, or its impact larger. */
export type Factor =
  | {
      readonly id: string;
      readonly kind: "judged";
      /** 1 to `levels`. */
      readonly level: number;
      readonly levels: number;
    }
  | {
      readonly id: string;
      readonly kind: "measured";
      readonly value: number;
      /** Where the value may lie; the value alone unless given. */
      readonly low?: number;
      readonly high?: number;
      /** Measured value and factor from 0 to 1, rising in both. */
      readonly anchors: readonly (readonly [measured: number, factor: number])[];
      readonly raises: Raises;
    }
  | {
      readonly id: string;
      readonly kind: "combined";
      /** Weighted mean; the largest part; or all parts multiplied, where each is needed. */
      readonly how: "weighted" | "worst" | "product";
      readonly parts: readonly { readonly weight: number; readonly factor: Factor }[];
    };
