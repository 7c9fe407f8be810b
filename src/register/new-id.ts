import { randomBytes } from "node:crypto";

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new id that sorts by time: prefix, milliseconds, 80 random bits, in Crockford's base 32. */
export function newId(prefix: string, now: Date): string {
  let time = "";
  for (let rest = now.getTime(), i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = digits[rest % 32] + time;
  let random = "";
  for (const byte of randomBytes(16)) random += digits[byte & 31];
  return `${prefix}${time}${random}`;
}
