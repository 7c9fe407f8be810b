/** The most that an authority may fine: a sum, or a share of turnover. */
export interface FineCap {
  readonly id: string;
  readonly law: "EU AI Act" | "GDPR";
  readonly article: string;
  readonly infringement: string;
  readonly sumEur: number;
  /** Of the total worldwide turnover of the preceding financial year. */
  readonly turnoverPercent: number;
  /** Sizes of undertaking for which the lower of the two applies; for the others the higher does. */
  readonly lowerFor: readonly UndertakingSize[];
}

/** SME and small mid-cap as the law defines them. */
export type UndertakingSize = "sme" | "small mid-cap" | "larger";

/**
 * Caps of administrative fines under Regulation (EU) 2024/1689 (AI Act, as amended by Regulation (EU) 2026/1744) and
 * Regulation (EU) 2016/679 (GDPR). A cap is the upper end of what is possible, not what is to be expected.
 */
export const fineCaps = [
  {
    id: "ai-act-prohibited-practice",
    law: "EU AI Act",
    article: "Article 99(3)",
    infringement: "a practice that Article 5 prohibits",
    sumEur: 35_000_000,
    turnoverPercent: 7,
    lowerFor: ["sme"],
  },
  {
    id: "ai-act-obligation",
    law: "EU AI Act",
    article: "Article 99(4)",
    infringement: "an obligation of operators or notified bodies, transparency of Article 50 included",
    sumEur: 15_000_000,
    turnoverPercent: 3,
    lowerFor: ["sme", "small mid-cap"],
  },
  {
    id: "ai-act-incorrect-information",
    law: "EU AI Act",
    article: "Article 99(5)",
    infringement: "incorrect, incomplete or misleading information to authorities or notified bodies",
    sumEur: 7_500_000,
    turnoverPercent: 1,
    lowerFor: ["sme", "small mid-cap"],
  },
  {
    id: "ai-act-general-purpose-model",
    law: "EU AI Act",
    article: "Article 101",
    infringement: "an obligation of providers of general-purpose AI models",
    sumEur: 15_000_000,
    turnoverPercent: 3,
    lowerFor: [],
  },
  {
    id: "gdpr-principle-or-right",
    law: "GDPR",
    article: "Article 83(5)",
    infringement: "a basic principle of processing, a right of data subjects, or a transfer",
    sumEur: 20_000_000,
    turnoverPercent: 4,
    lowerFor: [],
  },
  {
    id: "gdpr-obligation",
    law: "GDPR",
    article: "Article 83(4)",
    infringement: "an obligation of controllers, processors, certification or monitoring bodies",
    sumEur: 10_000_000,
    turnoverPercent: 2,
    lowerFor: [],
  },
] as const satisfies readonly FineCap[];

/**
 * The most that may be fined, in EUR: the higher of the sum and the share of turnover, or the lower where the law says
 * so for the undertaking's size. Turnover in EUR, worldwide, of the preceding financial year, from 0 up.
 *
 * Throws a RangeError for a turnover that is negative or not finite.
 *
 * @example
 * fineCap(fineCaps[0], { turnoverEur: 1e9, size: "larger" }) // => 70_000_000
 */
export function fineCap(
  cap: FineCap,
  { turnoverEur, size }: { readonly turnoverEur: number; readonly size: UndertakingSize },
): number {
  if (!(turnoverEur >= 0 && turnoverEur < Infinity)) {
    throw new RangeError(`turnover ${turnoverEur} is not an amount; give EUR from 0 up`);
  }
  const ofTurnover = (cap.turnoverPercent * turnoverEur) / 100;
  return cap.lowerFor.includes(size) ? Math.min(cap.sumEur, ofTurnover) : Math.max(cap.sumEur, ofTurnover);
}
