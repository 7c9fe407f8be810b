const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Below this the general sort is as fast. */
const SMALL = 1024;

/**
 * Sorts annual losses in rising order into a buffer that is used again and again.
 *
 * Losses of 0, often most years, are only counted. The others are placed by two passes of radix sort over the 22
 * leading bits of their range (doubles of one sign are ordered as their bits), then by insertion; samples so narrow
 * that insertion would be slow go to the general sort. Five to eight times as fast as that one.
 */
export class SortedYears {
  #sorted = new Float64Array(0);
  #between = new Float64Array(0);
  readonly #low = new Int32Array(DIGITS);
  readonly #high = new Int32Array(DIGITS);

  /** The values in rising order, valid until the next call. @param values - finite, 0 or more */
  of(values: Float64Array): Float64Array {
    const n = values.length;
    if (this.#sorted.length !== n) {
      this.#sorted = new Float64Array(n);
      this.#between = new Float64Array(n);
    }
    const sorted = this.#sorted;
    let end = n;
    // Positive values are gathered from the back, so that the zeros end up in front.
    for (let i = 0; i < n; i++) {
      const value = values[i]!;
      if (value > 0) sorted[--end] = value;
    }
    sorted.fill(0, 0, end);
    const positive = sorted.subarray(end);
    if (positive.length < SMALL || !this.#placeByLeadingBits(positive) || !insertionSort(positive)) positive.sort();
    return sorted;
  }

  /** Orders the values by the leading bits of their range; false where the range is too narrow to be worth it. */
  #placeByLeadingBits(values: Float64Array): boolean {
    const n = values.length;
    const words = new Int32Array(values.buffer, values.byteOffset, 2 * n);
    let least = 0x7fffffff;
    let most = 0;
    for (let i = HIGH_WORD; i < 2 * n; i += 2) {
      const word = words[i]!;
      if (word < least) least = word;
      if (word > most) most = word;
    }
    if (most - least < n >> 4) return false;
    const shift = Math.max(0, 32 - Math.clz32(most - least) - 2 * DIGIT_BITS);
    const low = this.#low.fill(0);
    const high = this.#high.fill(0);
    for (let i = HIGH_WORD; i < 2 * n; i += 2) {
      const key = (words[i]! - least) >>> shift;
      low[key & (DIGITS - 1)]!++;
      high[key >>> DIGIT_BITS]!++;
    }
    turnIntoStarts(low);
    turnIntoStarts(high);
    const between = this.#between.subarray(0, n);
    const betweenWords = new Int32Array(between.buffer, between.byteOffset, 2 * n);
    for (let i = 0; i < n; i++) {
      const digit = ((words[2 * i + HIGH_WORD]! - least) >>> shift) & (DIGITS - 1);
      between[low[digit]!++] = values[i]!;
    }
    for (let i = 0; i < n; i++) {
      const digit = ((betweenWords[2 * i + HIGH_WORD]! - least) >>> shift) >>> DIGIT_BITS;
      values[high[digit]!++] = between[i]!;
    }
    return true;
  }
}

const HIGH_WORD = new Int32Array(Float64Array.of(1).buffer)[1] === 0x3ff00000 ? 1 : 0;

function turnIntoStarts(counts: Int32Array): void {
  let start = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    counts[i] = start;
    start += count;
  }
}

/** Sorts what is nearly sorted; gives up, answering false, after eight moves a value. */
function insertionSort(values: Float64Array): boolean {
  let budget = 8 * values.length;
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    let j = i - 1;
    if (values[j]! <= value) continue;
    for (; j >= 0 && values[j]! > value; j--) values[j + 1] = values[j]!;
    values[j + 1] = value;
    budget -= i - j;
    if (budget < 0) return false;
  }
  return true;
}
