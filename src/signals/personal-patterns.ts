/** What free text is searched for: a kind, where it may be, and what makes sure of it. */
interface Pattern {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly isOne?: (found: string) => boolean;
}

const withDigits: readonly Pattern[] = [
  {
    kind: "bank account",
    pattern: /(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?!\w)/g,
    isOne: isIban,
  },
  {
    kind: "card number",
    pattern: /(?<![\w.+-])[3-6](?:\d{3}([ -])\d{4}\1\d{4}\1\d{4}|\d{3}([ -])\d{6}\2\d{5}|\d{14,15})(?![\w-])/g,
    isOne: isCard,
  },
  { kind: "social security number", pattern: /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/g },
  {
    kind: "phone number",
    pattern: /(?<![\w.+-])\+[1-9]\d{0,2}(?:[ .\-/]?\(?\d{1,4}\)?){2,6}(?!\w)/g,
    isOne: (found) => digits(found).length >= 8 && digits(found).length <= 15,
  },
  { kind: "phone number", pattern: /(?<![\w.-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w.-]*\w)/g },
];
const sevenDigits = /\d(?:[ .()/-]{0,2}\d){6}|[A-Z]{2}\d\d/;
/** Instants and plain numbers, which are most of the texts with many digits. */
const figure = /^(?:\d{4}-\d\d-\d\d(?:[T ][\d:.]{5,20}(?:Z|[+-]\d\d:?\d\d)?)?|[+-]?\d{0,13}(?:\.\d+)?(?:e[+-]?\d+)?)$/;

/** The text with `[removed: kind]` in place of what a pattern finds; each find is told. */
export function withoutPatterns(text: string, told: (kind: string) => void): string {
  if (text.length < 6 || (text.length < 40 && figure.test(text))) return text;
  let cleaned = text.includes("@") ? withoutEmails(text, told) : text;
  if (sevenDigits.test(text)) for (const each of withDigits) cleaned = replaced(cleaned, each, told);
  return cleaned;
}

const mailbox = /[\p{L}\p{N}._%+-]{1,64}$/u;
const host = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,63}/uy;

/** Looks around each at sign, so that a long text costs no more than its length. */
function withoutEmails(text: string, told: (kind: string) => void): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    host.lastIndex = at + 1;
    const after = host.exec(text)?.[0];
    const before = after === undefined ? undefined : mailbox.exec(text.slice(Math.max(kept, at - 64), at))?.[0];
    if (before === undefined || after === undefined) continue;
    parts.push(text.slice(kept, at - before.length), "[removed: email address]");
    kept = at + 1 + after.length;
  }
  for (let found = 0; found < parts.length; found += 2) told("email address");
  return kept === 0 ? text : parts.join("") + text.slice(kept);
}

function replaced(text: string, { kind, pattern, isOne }: Pattern, told: (kind: string) => void): string {
  const parts: string[] = [];
  let kept = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (isOne && !isOne(match[0])) {
      // One may begin within what only looked like one.
      pattern.lastIndex = match.index + 1;
      continue;
    }
    parts.push(text.slice(kept, match.index), `[removed: ${kind}]`);
    kept = pattern.lastIndex;
  }
  // Only now, for whoever is told may look for the same pattern elsewhere.
  for (let found = 0; found < parts.length; found += 2) told(kind);
  return kept === 0 ? text : parts.join("") + text.slice(kept);
}

const digits = (text: string) => text.replace(/\D/g, "");

/** Check digit of Luhn (ISO/IEC 7812). */
function isCard(found: string): boolean {
  const number = digits(found);
  let sum = 0;
  for (let at = 0; at < number.length; at++) {
    const digit = Number(number[number.length - 1 - at]);
    const doubled = at % 2 === 1 ? 2 * digit : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Check digits of ISO 13616: the rest modulo 97 is 1. */
function isIban(found: string): boolean {
  const account = found.replaceAll(" ", "");
  if (account.length < 15 || account.length > 34) return false;
  let rest = 0;
  for (const char of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
