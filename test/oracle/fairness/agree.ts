/** Fails with the name, the difference and what was allowed; null and a missing number agree. */
export function agree(name: string, actual: number | null, expected: number | null, relative: number): void {
  if (actual === expected) return;
  const allowed = relative * Math.abs(expected ?? Number.NaN);
  if (actual === null || expected === null || !(Math.abs(actual - expected) <= allowed))
    throw new Error(`${name}: ${actual} instead of ${expected}, allowed ${allowed}`);
}

/** {@link agree} for every entry of a list. */
export function agreeAll(name: string, actual: readonly number[], expected: readonly number[], relative: number): void {
  if (actual.length !== expected.length)
    throw new Error(`${name}: ${actual.length} instead of ${expected.length} values`);
  for (const [k, value] of expected.entries()) agree(`${name}, entry ${k}`, actual[k]!, value, relative);
}
