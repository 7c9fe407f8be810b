import type { WeighFile } from "../../../../src/contract/weigh-file.ts";

export type ScenarioRating = WeighFile["scenarios"][number]["ratings"][string];

type Read =
  | { readonly kind: "empty" }
  | { readonly kind: "rating"; readonly value: ScenarioRating }
  | { readonly kind: "mistake"; readonly what: string };

const pair = /^(\d+)\s*(?:[x×*,;]|\s)\s*(\d+)$/i;

/**
 * Reads what was typed into a cell: likelihood and impact as 3x4, or as 34 where both have at most nine levels; or one
 * level by itself.
 */
export function readScenarioRating(typed: string, levels: WeighFile["levels"]): Read {
  const text = typed.trim();
  if (text === "") return { kind: "empty" };
  const isShort = /^\d\d$/.test(text) && levels.likelihood <= 9 && levels.impact <= 9;
  const parts = isShort ? [text, text[0]!, text[1]!] : pair.exec(text);
  if (parts) {
    const [likelihood, impact] = [Number(parts[1]), Number(parts[2])];
    const strange =
      likelihood < 1 || likelihood > levels.likelihood
        ? `likelihood ${likelihood} is not from 1 to ${levels.likelihood}`
        : impact < 1 || impact > levels.impact
          ? `impact ${impact} is not from 1 to ${levels.impact}`
          : null;
    return strange === null
      ? { kind: "rating", value: { likelihood, impact } }
      : { kind: "mistake", what: `“${text}”: ${strange}` };
  }
  if (!/^\d+$/.test(text))
    return { kind: "mistake", what: `“${text}” is no rating; write likelihood and impact as 3x4, or one level` };
  const level = Number(text);
  return level >= 1 && level <= levels.impact
    ? { kind: "rating", value: level }
    : { kind: "mistake", what: `“${text}”: level ${level} is not from 1 to ${levels.impact}` };
}

/** "3 × 4", or "4" for a bare level. */
export function ratingText(rating: ScenarioRating | undefined): string {
  if (rating === undefined) return "";
  return typeof rating === "number" ? String(rating) : `${rating.likelihood} × ${rating.impact}`;
}
