const fraction = /^\s*(\d+(?:\.\d+)?)(?:\s*\/\s*(\d+(?:\.\d+)?))?\s*$/;

/** The number of a ratio as it is written, such as 3 or "1/5"; NaN where it is none. */
export function ratioOf(written: number | string): number {
  if (typeof written === "number") return written;
  const parts = fraction.exec(written);
  return parts ? Number(parts[1]) / Number(parts[2] ?? 1) : Number.NaN;
}
