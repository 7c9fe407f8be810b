/** Whose mean consistency index of random matrices a consistency ratio is measured by. */
export const RANDOM_INDEX_TABLES = ["alonso-lamata", "saaty-1980", "saaty-2005", "donegan-dodd"] as const;
export type RandomIndexTable = (typeof RANDOM_INDEX_TABLES)[number];

/** For 3 to 15 items. */
const tables: { readonly [table in RandomIndexTable]: readonly number[] } = {
  "alonso-lamata": [
    0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838,
  ],
  "saaty-1980": [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  "saaty-2005": [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
  "donegan-dodd": [
    0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822, 1.4969,
  ],
};

export interface RandomIndex {
  /** "alonso-lamata-regression" above 15 items, where no table goes; "simulated" for incomplete judgements. */
  readonly table: RandomIndexTable | "alonso-lamata-regression" | "simulated";
  /** 0 for one and two items: their judgements cannot contradict one another. */
  readonly value: number;
}

/**
 * Mean consistency index of complete random matrices on Saaty's scale: what a consistency ratio divides by.
 *
 * Alonso and Lamata (2006) is the default: 40,000 random matrices of our own agree with it and refute Donegan and Dodd
 * (1991) by more than 8 standard errors. Above 15 items λ̄ = 2.7699 n − 4.3513 (Alonso and Lamata).
 *
 * @example
 * randomIndex(4) // => { table: "alonso-lamata", value: 0.8815 }
 */
export function randomIndex(items: number, table: RandomIndexTable = "alonso-lamata"): RandomIndex {
  if (items < 3) return { table, value: 0 };
  const value = tables[table][items - 3];
  if (value !== undefined) return { table, value };
  return { table: "alonso-lamata-regression", value: (2.7699 * items - 4.3513 - items) / (items - 1) };
}
