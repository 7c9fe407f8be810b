const dayMs = 86_400_000;

/** Moves every calendar date and instant in a text by whole days; times of day stay. */
export function moveDates(text: string, days: number): string {
  if (days === 0) return text;
  return text.replaceAll(/\b(\d{4}-\d{2}-\d{2})(?=\b|T)/g, (date) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10),
  );
}
