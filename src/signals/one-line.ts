/** Most text is plain already. */
const plain = /^[!-~]+(?: [!-~]+)*$/;

/** Text on one line, without control characters and halves of characters, cut at `most`. */
export function oneLine(text: string, most: number): string {
  if (text.length <= most && plain.test(text)) return text;
  // What is beyond a few times the limit cannot be seen.
  const line = text
    .slice(0, 4 * most)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, " ")
    .trim();
  return line.length <= most ? line : `${whole(line.slice(0, most - 1))}…`;
}

/** Without the first half of a pair that a cut has parted. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, "");
}
