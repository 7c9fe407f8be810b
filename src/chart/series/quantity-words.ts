import { formatMoney } from "./format-money.ts";
import { formatNumber, formatPercent, formatQuantity } from "./format-number.ts";

/** What a number is of: money, a number of events a year, a probability, or a place on the scale of force from 0 to 1. */
export type Quantity =
  | { readonly of: "money"; readonly currency: string }
  | { readonly of: "events" | "probability" | "force" };

/** A value as a person says it: "€200k", "4 %", "1 in 4,000", "1.6". */
export function quantityWords(value: number, quantity: Quantity): string {
  switch (quantity.of) {
    case "money":
      return formatMoney(value, quantity.currency);
    case "probability":
      return value > 0 && value < 0.001 ? `1 in ${formatNumber(Math.round(1 / value))}` : formatPercent(value);
    case "events":
    case "force":
      return formatQuantity(value);
    default: {
      const unnamed: never = quantity;
      return unnamed;
    }
  }
}
