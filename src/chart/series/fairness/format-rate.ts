const minus = "−";

/** A share in percent without its sign, always one decimal, so that a column stands on the digit: "57.9", "100.0". */
export function formatShare(share: number): string {
  return signed((share * 100).toFixed(1));
}

/** A ratio or a difference, two decimals: "0.80", "−0.25". */
export function formatGap(value: number): string {
  return signed(value.toFixed(2));
}

/**
 * A gap beside its limit: as many decimals as show on which side it lies, so that 0.7996 beside 0.80 is not "0.80".
 */
export function formatGapBeside(value: number, bound: number): string {
  for (let decimals = 2; decimals < 6; decimals++) {
    const text = value.toFixed(decimals);
    if (Math.sign(Number(text) - bound) === Math.sign(value - bound)) return signed(text);
  }
  return signed(value.toFixed(6));
}

/** Both ends of an interval: "57.1–58.8", "−0.28 to −0.22"; nothing where there is none. */
export function formatInterval(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  format: (value: number) => string,
): string {
  if (low === null || high === null) return "no interval";
  const [from, to] = [format(low), format(high)];
  return from.startsWith(minus) || to.startsWith(minus) ? `${from} to ${to}` : `${from}–${to}`;
}

/** How many of a hundred: whole, but "under 1" and "over 99" for what is neither none nor all. */
export function ofHundred(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return "under 1";
  if (whole === 100 && share < 1) return "over 99";
  return String(whole);
}

function signed(digits: string): string {
  return digits.startsWith("-") ? (Number(digits) === 0 ? digits.slice(1) : minus + digits.slice(1)) : digits;
}
