/**
 * The key that sets each band, beside its number: the first letter of its name that none before it took. Empty where
 * every letter is taken.
 */
export function bandKeys(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const letter = [...name.toLowerCase()].find((each) => /^[\p{L}]$/u.test(each) && !taken.has(each)) ?? "";
    if (letter !== "") taken.add(letter);
    return letter;
  });
}

/** The position of the band that a key asks for; null where it asks for none. */
export function bandOfKey(key: string, names: readonly string[]): number | null {
  if (/^[1-9]$/.test(key)) return Number(key) <= names.length ? Number(key) - 1 : null;
  const at = key.length === 0 ? -1 : bandKeys(names).indexOf(key.toLowerCase());
  return at < 0 ? null : at;
}
