import { z } from "zod";

/** Permanent name of a record: lower-case letters, digits and single hyphens. */
export const slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "write lower-case letters, digits and single hyphens, such as credit-scoring");

export const currencyCode = z.string().regex(/^[A-Z]{3}$/, "write a three-letter currency code such as EUR");
export const isoDate = z.iso.date();
export const instant = z.iso.datetime();
export const probability = z.number().min(0).max(1);
export const nonNegative = z.number().min(0);
/** One line of text: a name or a label. Control characters and lone surrogates, which no database keeps, are refused. */
export const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "write it on one line, without control characters");
/** A sentence or a paragraph. */
export const text = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, "remove its control characters");

/** Lets a check of two numbers run although something else beside them is wrong, so that one look finds every mistake. */
export function whenNumbers(...keys: string[]) {
  return {
    when: ({ value }: { value: unknown }) =>
      typeof value === "object" && value !== null && keys.every((key) => typeof Reflect.get(value, key) === "number"),
  };
}
