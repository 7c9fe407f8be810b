/** What a text looks like as JSON before it is parsed: strings are passed over, nothing is checked. */
export interface JsonScan {
  /** Deepest nesting of objects and lists. */
  readonly depth: number;
  /** Members of all objects, by their colons: more than the parsed objects have where names are there twice. */
  readonly memberCount: number;
  /** Where NaN, Infinity or -Infinity stand bare, as some programs write them. */
  readonly bare: readonly { readonly from: number; readonly to: number }[];
}

const quote = 34;
const backslash = 92;

export function scanJson(text: string): JsonScan {
  let depth = 0;
  let deepest = 0;
  let memberCount = 0;
  const bare: { from: number; to: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case 91: // [
      case 123: // {
        if (++depth > deepest) deepest = depth;
        break;
      case 93: // ]
      case 125: // }
        depth--;
        break;
      case 58: // :
        memberCount++;
        break;
      case 73: // I
      case 78: {
        // N
        const word = text.startsWith("NaN", at) ? "NaN" : text.startsWith("Infinity", at) ? "Infinity" : "";
        if (word === "") break;
        const from = text[at - 1] === "-" ? at - 1 : at;
        bare.push({ from, to: at + word.length });
        at += word.length - 1;
      }
    }
  }
  return { depth: deepest, memberCount, bare };
}

/** Offset of the quote that ends the string begun at `start`; the text's end where there is none. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}
