const words = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
] as const;
const hardSpace = "\u00a0";
const minus = "−";

/** "6", "1,204", "−5": digits in groups of three with a comma, a true minus sign, at most `decimals` places. */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return "–";
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".") as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const kept = fraction?.replace(/0+$/, "");
  const digits = kept ? `${grouped}.${kept}` : grouped;
  return value < 0 && digits !== "0" ? minus + digits : digits;
}

/** "+1", "−3", "±0": a change with its sign. */
export function formatChange(value: number, format: (value: number) => string = formatNumber): string {
  if (value === 0) return `±${format(0)}`;
  return (value > 0 ? "+" : minus) + format(Math.abs(value));
}

/** "76 %", "3.2 %", "0.4 %", "under 0.1 %": whole from 10 up, one decimal below. Never rounds to 0 % or 100 % what is not. */
export function formatPercent(share: number): string {
  const percent = share * 100;
  if (!Number.isFinite(percent)) return "–";
  if (percent === 0 || percent === 100) return `${percent}${hardSpace}%`;
  if (percent > 0 && percent < 0.1) return `under${hardSpace}0.1${hardSpace}%`;
  if (percent > 99 && percent < 100)
    return percent > 99.9 ? `over${hardSpace}99.9${hardSpace}%` : `${percent.toFixed(1)}${hardSpace}%`;
  return `${percent < 9.95 ? trimmed(percent.toFixed(1)) : percent.toFixed(0)}${hardSpace}%`;
}

/** "Six" to start a sentence, "six" within; digits above twelve. */
export function formatCount(count: number, place: "start" | "within" = "within"): string {
  const word = words[count];
  if (word === undefined) return formatNumber(count);
  return place === "start" ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** The word in the number its count asks for: plural("risk", 2) is "risks". */
export function plural(noun: string, count: number, many = `${noun}s`): string {
  return count === 1 ? noun : many;
}

/** An amount with two or three digits that carry: "0.71", "1.6", "12", "3,600". */
export function formatQuantity(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size >= 100) return formatNumber(value);
  if (size >= 10) return formatNumber(value, 0);
  if (size >= 1) return formatNumber(value, 1);
  if (size >= 0.01) return formatNumber(value, 2);
  return size < 0.001 ? `under${hardSpace}0.001` : formatNumber(value, 3);
}

function trimmed(digits: string): string {
  return digits.replace(/\.0$/, "");
}
