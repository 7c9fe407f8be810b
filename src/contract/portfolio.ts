import { z } from "zod";
import { currencyCode, line } from "./primitive.ts";
import { category, control, dependency, limit, person, rate, risk, system } from "./record.ts";
import { scale } from "./scale.ts";

/** The portfolio file, version 1: the whole register as one document. */
export const portfolio = z.strictObject({
  version: z.literal(1).describe("Version of this format."),
  organization: line.optional(),
  currency: currencyCode.optional().describe("Currency of every amount that names no other. EUR unless given."),
  annualTurnover: z
    .number()
    .positive()
    .optional()
    .describe("Turnover of the organisation in a year, in its currency: what fines are capped by."),
  timeZone: z
    .string()
    .optional()
    .describe("Time zone in which dates and quarters are meant, such as Europe/Berlin. UTC unless given."),
  fiscalYearStart: z.int().min(1).max(12).optional().describe("Month in which the fiscal year starts. 1 unless given."),
  rawDays: z
    .int()
    .min(1)
    .max(36_500)
    .optional()
    .describe("For how many days received payloads are kept, without personal data. 90 unless given."),
  rates: z.array(rate).optional().describe("Exchange rates, one for each foreign currency in the file."),
  scale: scale.optional(),
  categories: z.array(category).optional().describe("Taxonomy of risks in place of the default one."),
  people: z
    .array(person)
    .optional()
    .describe("Who owns and approves. If it is given, every owner and approver must be one of them."),
  dependencies: z.array(dependency).optional().describe("What systems stand on: vendors, models, datasets, pipelines."),
  systems: z.array(system).optional().describe("The AI systems."),
  controls: z.array(control).optional(),
  limits: z.array(limit).optional().describe("Lines that are drawn: how much is too much."),
  risks: z.array(risk).optional(),
});
export type Portfolio = z.infer<typeof portfolio>;

/** Everything of the file that is not a record of its own: one row in the register. */
export const settings = portfolio.pick({
  organization: true,
  currency: true,
  annualTurnover: true,
  timeZone: true,
  fiscalYearStart: true,
  rawDays: true,
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
/** Days for which the raw form of what was received is kept. */
export const defaultRawDays = 90;
export const defaultReviewEveryDays = 90;
