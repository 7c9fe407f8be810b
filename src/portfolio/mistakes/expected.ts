import { z } from "zod";
import {
  estimate,
  frequencyEstimate,
  moneyCap,
  probabilityEstimate,
  simpleAmount,
  simpleShare,
} from "../../contract/estimate.ts";
import { limit, limitScope } from "../../contract/record.ts";
import { impactRating } from "../../contract/scale.ts";
import { count, eventLoss, frequency, vulnerability } from "../../contract/scenario.ts";
import { nearestName } from "../nearest-name.ts";

const estimateWords = "a number, {low, high}, {min, mode, max} or another form of an estimate";
const shareWords = "a number from 0 to 1, {min, mode, max} or another form of an estimate";
const mostOptions = 20;
const unionWords = new Map<unknown, string>([
  [estimate.def, estimateWords],
  [frequencyEstimate.def, estimateWords],
  [simpleAmount.def, estimateWords],
  [probabilityEstimate.def, shareWords],
  [simpleShare.def, shareWords],
  [vulnerability.def, `${shareWords}, or {threatCapability, resistance}`],
  [eventLoss.def, `${estimateWords}, or {forms: …}`],
  [moneyCap.def, "a number above 0, {amount}, {turnoverShare} or both"],
  [
    count.def,
    "{kind: poisson}, {kind: negative-binomial, size: …}, {kind: zero-inflated, silent: …} or {kind: at-most-one}",
  ],
  [frequency.def, `${estimateWords}, or {threatEvents, vulnerability}, or {contact, action, vulnerability}`],
  [impactRating.def, "a level such as 3, or a level for each kind of harm such as {rights: 4, money: 3}"],
  [limitScope.def, "portfolio, {system: …}, {category: …}, {system: …, category: …} or {risk: …}"],
  [limit.def, "a map with the keys scope and measure"],
]);

/** What a schema wants, as the end of a sentence that starts with "write". */
export function expected(schema: z.ZodType | undefined): string {
  if (schema instanceof z.ZodOptional) return expected(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return unionWords.get(schema.def) ?? "one of its forms";
  if (schema instanceof z.ZodObject) return mapWords(Object.keys(schema.shape));
  if (schema instanceof z.ZodArray) return "a list: each entry starts with a dash";
  if (schema instanceof z.ZodBoolean) return "true or false";
  if (schema instanceof z.ZodEnum) return enumWords(schema.options.map(String));
  if (schema instanceof z.ZodLiteral) return orList([...schema.values].map(String));
  if (schema instanceof z.ZodNumber) return numberWords(schema);
  if (schema instanceof z.ZodISODate) return "a date such as 2026-09-30";
  if (schema instanceof z.ZodEmail) return "an address such as name@example.com";
  if (schema instanceof z.ZodString) return schema.maxLength === 80 ? "an id" : "a text";
  return "what the guide shows";
}

function mapWords(keys: readonly string[]): string {
  return keys.length === 1 ? `{${keys[0]}: …}` : `a map with the keys ${keys.join(", ")}`;
}

/** Of many names the first ones, which are the usual ones. */
function enumWords(options: readonly string[]): string {
  return options.length <= mostOptions ? orList(options) : `a name such as ${orList(options.slice(0, 2))}`;
}

function numberWords(schema: z.ZodNumber): string {
  const kind = schema.format === "safeint" ? "a whole number" : "a number";
  const { minValue, maxValue } = schema;
  const isBounded = maxValue !== null && Number.isFinite(maxValue) && maxValue < Number.MAX_SAFE_INTEGER;
  if (minValue === null || !Number.isFinite(minValue) || minValue <= Number.MIN_SAFE_INTEGER) return kind;
  return isBounded ? `${kind} from ${minValue} to ${maxValue}` : `${kind} of ${minValue} or more`;
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** The value that was probably meant by one of the wrong type, as a whole remedy. */
export function looksMeant(schema: z.ZodType | undefined, value: unknown): string | undefined {
  if (schema instanceof z.ZodEnum && typeof value === "string") {
    const near = nearestName(value, schema.options.map(String));
    return near === undefined ? undefined : `write ${near}`;
  }
  if (schema instanceof z.ZodString && typeof value === "number") return `put it in quotes: "${value}"`;
  if (schema instanceof z.ZodBoolean && typeof value === "string") {
    if (/^(yes|on)$/i.test(value)) return "write true";
    if (/^(no|off)$/i.test(value)) return "write false";
  }
  if (schema instanceof z.ZodNumber || unionWords.get(schema?.def)?.includes("a number")) return meantNumber(value);
  return undefined;
}

function meantNumber(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : "write a number that is finite";
  if (typeof value !== "string") return undefined;
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(value);
  if (percent) return `write ${Number((Number(percent[1]) / 100).toPrecision(12))}`;
  const isGrouped = /^\d{1,3}(?:[ ,_\u00a0\u202f']\d{3})+(?:\.\d+)?$/.test(value);
  if (isGrouped || /^-?\d+(?:\.\d+)?$/.test(value))
    return `write ${value.replace(/[^\d.-]/g, "")}, without quotes or separators`;
  return undefined;
}
