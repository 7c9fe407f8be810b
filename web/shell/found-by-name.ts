export interface Found {
  readonly kind: "risk" | "system";
  readonly id: string;
  readonly name: string;
  readonly where: string;
}

const most = 12;

/** Risks and systems whose name, id or system holds every word of the text; names that begin with it first. */
export function foundByName(
  text: string,
  risks: readonly { id: string; name: string; systemName: string }[],
  systems: readonly { id: string; name: string }[],
): Found[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const all: Found[] = [
    ...systems.map(({ id, name }) => ({ kind: "system" as const, id, name, where: "system" })),
    ...risks.map(({ id, name, systemName }) => ({ kind: "risk" as const, id, name, where: systemName })),
  ];
  return all
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
    .slice(0, most)
    .map(({ entry }) => entry);
}

function rankOf({ name, id, where }: Found, words: readonly string[]): number | null {
  const haystack = fold(`${name} ${id} ${where}`);
  if (!words.every((word) => haystack.includes(word))) return null;
  const folded = fold(name);
  if (folded.startsWith(words[0]!)) return 0;
  return folded.includes(words[0]!) ? 1 : 2;
}

/** Case and accents do not matter to who searches. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
