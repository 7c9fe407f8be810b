/** Two letters for each name, such as "ML" of Mara Lind; a number follows where two people share them. */
export function initials(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const words = name.split(/[\s-]+/).filter(Boolean);
    const [first = "?", last = ""] = [words[0], words.length > 1 ? words.at(-1) : undefined];
    const letters = `${letterOf(first)}${last === "" ? "" : letterOf(last)}`.toUpperCase();
    const before = seen.get(letters) ?? 0;
    seen.set(letters, before + 1);
    return before === 0 ? letters : `${letters}${before + 1}`;
  });
}

function letterOf(word: string): string {
  return [...word][0] ?? "";
}
