import type { Limit, LimitScope } from "../contract/record.ts";

/**
 * The id of a limit: its own, or one made of its scope, its measure and what it exceeds.
 *
 * A prohibition is told apart by the first words of its statement. Two limits that come to the same id are a mistake
 * of the file, which the reader reports.
 */
export function limitId(limit: Limit): string {
  if (limit.id !== undefined) return limit.id;
  const scope = scopeSlug(limit.scope);
  switch (limit.measure) {
    case "residualScore":
      return within80(`${scope}-residual-score`);
    case "annualLoss":
      return within80(`${scope}-annual-loss-over-${numberSlug(limit.exceeds)}`);
    case "disparity":
      return within80(`${scope}-${wordsSlug(`${inWords(limit.disparity)} ${limit.attributes.join(" ")}`, 12)}`);
    case "prohibited":
      return within80(`${scope}-prohibited-${wordsSlug(limit.statement)}`);
  }
}

function scopeSlug(scope: LimitScope): string {
  if (scope === "portfolio") return "portfolio";
  if ("risk" in scope) return `risk-${scope.risk}`;
  if (!("system" in scope)) return `category-${scope.category}`;
  return scope.category === undefined ? `system-${scope.system}` : `system-${scope.system}-category-${scope.category}`;
}

/** 1500000 → 1500000, 0.5 → 0-5, 1e21 → 1e21. */
function numberSlug(value: number): string {
  return String(value).replaceAll("+", "").replaceAll(".", "-");
}

/** demographicParityRatio → demographic parity ratio */
function inWords(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2");
}

function wordsSlug(statement: string, most = 6): string {
  const words = statement.toLowerCase().match(/[a-z0-9]+/g) ?? ["statement"];
  return words.slice(0, most).join("-");
}

/** A slug has at most 80 characters; one that is longer keeps its head and gets a check sum of the whole as its tail. */
function within80(slug: string): string {
  if (slug.length <= 80) return slug;
  let sum = 0;
  for (const character of slug) sum = (Math.imul(sum, 31) + character.codePointAt(0)!) >>> 0;
  return `${slug.slice(0, 72).replace(/-+$/, "")}-${sum.toString(36)}`;
}
