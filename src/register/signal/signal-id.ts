import { createHash } from "node:crypto";

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/** Our id of a signal: of its identity and nothing else, so that whoever receives it again makes the same one. */
export function signalId(source: string, id: string): string {
  const hash = createHash("sha256").update(`${source.length} ${source}${id}`).digest();
  let name = "sg-";
  for (let bit = 0; bit < 130; bit += 5) {
    const [at, shift] = [bit >> 3, bit & 7];
    name += digits[(((hash[at]! << 8) | hash[at + 1]!) >> (11 - shift)) & 31];
  }
  return name;
}
