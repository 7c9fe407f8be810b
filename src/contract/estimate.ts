import { z } from "zod";
import { currencyCode, nonNegative, probability } from "./primitive.ts";

const inCurrency = { currency: currencyCode.optional() };

/** What a person knows about one uncertain quantity, as it is written in the file. See engine/quantification/scenario.ts. */
export const estimate = z.union([
  z.number(),
  z.strictObject({ low: z.number(), high: z.number(), ...inCurrency }),
  z.strictObject({
    min: z.number(),
    mode: z.number(),
    max: z.number(),
    lambda: z.number().positive().optional(),
    ...inCurrency,
  }),
  z.strictObject({ min: z.number(), max: z.number(), ...inCurrency }),
  z.strictObject({ alpha: z.number().positive(), beta: z.number().positive() }),
  z.strictObject({ shape: z.number().positive(), rate: z.number().positive(), ...inCurrency }),
  z.strictObject({ mu: z.number(), sigma: nonNegative, ...inCurrency }),
  z.strictObject({ samples: z.array(z.number()).min(1), ...inCurrency }),
  z.strictObject({ level: z.int().min(1) }),
]);
export type FileEstimate = z.infer<typeof estimate>;

/** An estimate of a quantity that cannot leave [0, 1]. */
export const probabilityEstimate = z.union([
  probability,
  z.strictObject({ low: probability, high: probability }),
  z.strictObject({ min: probability, mode: probability, max: probability, lambda: z.number().positive().optional() }),
  z.strictObject({ min: probability, max: probability }),
  z.strictObject({ alpha: z.number().positive(), beta: z.number().positive() }),
  z.strictObject({ shape: z.number().positive(), rate: z.number().positive() }),
  z.strictObject({ mu: z.number(), sigma: nonNegative }),
  z.strictObject({ samples: z.array(probability).min(1) }),
]);
export type ProbabilityEstimate = z.infer<typeof probabilityEstimate>;

/** Loss events a year: given directly, or by one of two cuts of the FAIR tree. */
export const frequency = z.union([
  estimate,
  z.strictObject({ threatEvents: estimate, vulnerability: probabilityEstimate }),
  z.strictObject({ contact: estimate, action: probabilityEstimate, vulnerability: probabilityEstimate }),
]);

/** Loss of one event in money: primary, and with a probability secondary. */
export const loss = z.strictObject({
  primary: estimate,
  secondary: z.strictObject({ probability: probabilityEstimate, loss: estimate }).optional(),
});

export const scenario = z.strictObject({ frequency, loss });
export type FileScenario = z.infer<typeof scenario>;
