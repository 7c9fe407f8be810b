/** Fails with the inputs, the difference and the tolerance. */
export function agree(name: string, actual: number, expected: number, relative: number): void {
  const allowed = relative * Math.abs(expected);
  if (!(Math.abs(actual - expected) <= allowed)) {
    throw new Error(`${name}: ${actual} instead of ${expected}, off by ${actual - expected}, allowed ${allowed}`);
  }
}
