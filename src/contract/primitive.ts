import { z } from "zod";

/** Permanent name of a record: lower-case letters, digits and single hyphens. */
export const slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case letters, digits and single hyphens");

export const currencyCode = z.string().regex(/^[A-Z]{3}$/, "must be a three-letter currency code such as EUR");
export const isoDate = z.iso.date();
export const instant = z.iso.datetime();
export const probability = z.number().min(0).max(1);
export const nonNegative = z.number().min(0);
/** One line of text: a name or a label. */
export const line = z.string().trim().min(1).max(200);
/** A sentence or a paragraph. */
export const text = z.string().trim().min(1).max(4000);
