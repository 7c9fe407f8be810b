import { z } from "zod";
import { currencyCode, line } from "./primitive.ts";
import { category, control, dependency, limit, person, rate, risk, system } from "./record.ts";
import { scale } from "./scale.ts";

/** The portfolio file, version 1: the whole register as one document. */
export const portfolio = z.strictObject({
  version: z.literal(1),
  organization: line.optional(),
  currency: currencyCode.optional(),
  timeZone: z.string().optional(),
  fiscalYearStart: z.int().min(1).max(12).optional(),
  rates: z.array(rate).optional(),
  scale: scale.optional(),
  categories: z.array(category).optional(),
  people: z.array(person).optional(),
  dependencies: z.array(dependency).optional(),
  systems: z.array(system).optional(),
  controls: z.array(control).optional(),
  limits: z.array(limit).optional(),
  risks: z.array(risk).optional(),
});
export type Portfolio = z.infer<typeof portfolio>;

/** Everything of the file that is not a record of its own: one row in the register. */
export const settings = portfolio.pick({
  organization: true,
  currency: true,
  timeZone: true,
  fiscalYearStart: true,
  rates: true,
  scale: true,
  categories: true,
});
export type Settings = z.infer<typeof settings>;

export const defaultCategories = [
  "data",
  "model",
  "system",
  "ethical",
  "security",
  "legal",
  "third-party",
  "human",
] as const;
export const defaultCurrency = "EUR";
export const defaultTimeZone = "UTC";
export const defaultReviewEveryDays = 90;
