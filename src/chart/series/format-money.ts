const signs: Readonly<Record<string, string>> = {
  EUR: "€",
  USD: "$",
  GBP: "£",
  JPY: "¥",
  CNY: "CN¥",
  INR: "₹",
  KRW: "₩",
  BRL: "R$",
};
const steps = [
  { from: 1e12, letter: "tn" },
  { from: 1e9, letter: "bn" },
  { from: 1e6, letter: "m" },
  { from: 1e3, letter: "k" },
  { from: 1, letter: "" },
] as const;
const minus = "−";

export type MoneyDetail = "headline" | "table";

/**
 * An amount as a person says it: "€8.1m", "€2.58m", "€290k", "€69k", "€0".
 * A table shows one digit more than a headline. A currency without a sign of its own keeps its code: "SEK 290k".
 */
export function formatMoney(amount: number, currency: string, detail: MoneyDetail = "headline"): string {
  if (!Number.isFinite(amount)) return "–";
  const size = Math.abs(amount);
  const sign = signs[currency] ?? `${currency} `;
  if (size > 0 && size < 1) return `${amount < 0 ? minus : ""}under ${sign}1`;
  return (amount < 0 ? minus : "") + sign + formatSize(size, detail);
}

/** The same without the currency, where an axis or a range has named it already: "290k". */
export function formatAmount(amount: number, detail: MoneyDetail = "headline"): string {
  if (!Number.isFinite(amount)) return "–";
  return (amount < 0 ? minus : "") + formatSize(Math.abs(amount), detail);
}

/** "€30k to 100k": the currency once. */
export function formatMoneyRange(from: number, to: number, currency: string, detail: MoneyDetail = "headline"): string {
  return `${formatMoney(from, currency, detail)} to ${formatAmount(to, detail)}`;
}

function formatSize(size: number, detail: MoneyDetail): string {
  if (size === 0) return "0";
  if (size < 1) return "under 1";
  for (const { from, letter } of steps) {
    const value = size / from;
    // Rounding may carry into this step: 999,600 is 1m, not 1000k.
    if (value < (from === 1 ? 1 : 0.9995)) continue;
    const decimals = decimalsOf(value, letter, detail);
    const text = value.toFixed(decimals);
    return (decimals > 0 ? text.replace(/\.?0+$/, "") : text) + letter;
  }
  return "under 1";
}

function decimalsOf(value: number, letter: string, detail: MoneyDetail): number {
  if (letter === "" || value >= 100) return 0;
  if (letter === "k") return value < 10 ? 1 : 0;
  return value < 10 && detail === "table" ? 2 : 1;
}
