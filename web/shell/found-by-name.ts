export interface Found {
  readonly kind: "risk" | "system";
  readonly id: string;
  readonly name: string;
  readonly where: string;
}

const mostSystems = 8;

/**
 * Systems whose name or id holds every word of the text, and the risks that the server found for it; what begins with
 * the text stands first, then what has it in its name, then what only its cause, event or owner speaks of.
 */
export function foundByName(
  text: string,
  risks: readonly { id: string; name: string; systemName: string }[],
  systems: readonly { id: string; name: string }[],
): Found[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const rankedSystems = systems
    .flatMap(({ id, name }) => {
      const rank = rankOf(name, id, words);
      return rank === "elsewhere" ? [] : [{ rank, entry: { kind: "system" as const, id, name, where: "system" } }];
    })
    .sort((a, b) => order[a.rank] - order[b.rank])
    .slice(0, mostSystems);
  const rankedRisks = risks.map(({ id, name, systemName }) => ({
    rank: rankOf(name, id, words),
    entry: { kind: "risk" as const, id, name, where: systemName },
  }));
  return [...rankedSystems, ...rankedRisks].sort((a, b) => order[a.rank] - order[b.rank]).map(({ entry }) => entry);
}

const order = { begins: 0, "in-name": 1, "in-id": 2, elsewhere: 3 } as const;

function rankOf(name: string, id: string, words: readonly string[]): keyof typeof order {
  const folded = fold(name);
  if (words.every((word) => folded.includes(word))) return folded.startsWith(words[0]!) ? "begins" : "in-name";
  return words.every((word) => `${folded} ${id}`.includes(word)) ? "in-id" : "elsewhere";
}

/** Case and accents do not matter to who searches. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
