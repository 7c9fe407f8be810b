/** A map of the input as far as it is one: what it holds may still be anything. */
export type Draft = Readonly<Record<string, unknown>>;

export function draftOf(value: unknown): Draft | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Draft) : undefined;
}

/** The maps in a list, with their index; what is not a map is passed over. */
export function draftsIn(value: unknown): { readonly draft: Draft; readonly index: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry, index) => {
    const draft = draftOf(entry);
    return draft ? [{ draft, index }] : [];
  });
}

export function textIn(draft: Draft | undefined, key: string): string | undefined {
  const value = draft?.[key];
  return typeof value === "string" ? value : undefined;
}

export function numberIn(draft: Draft | undefined, key: string): number | undefined {
  const value = draft?.[key];
  return typeof value === "number" ? value : undefined;
}
