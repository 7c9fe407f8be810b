import { MISSING } from "../engine/fairness/cube/decision-cube.ts";

const known: { readonly [value: string]: string } = {
  f: "women",
  female: "women",
  woman: "women",
  women: "women",
  m: "men",
  male: "men",
  man: "men",
  men: "men",
};

/**
 * People of a group, as one speaks of them: "women", "with race Black", "women with race Black", "with age “18 to 25”",
 * "whose sex is not stated"; "people" without attributes. A value with digits or blanks is quoted, so that it does not run
 * into the figure that follows.
 */
export function peopleWords(group: { readonly [attribute: string]: string }): string {
  const words = Object.entries(group).map(([attribute, value]) => {
    if (value === MISSING) return `whose ${attribute} is not stated`;
    const isSex = /^(sex|gender)$/i.test(attribute) && Object.hasOwn(known, value.toLowerCase());
    if (isSex) return known[value.toLowerCase()]!;
    return `with ${attribute} ${/[\d\s]/.test(value) ? `“${value}”` : value}`;
  });
  return words.length === 0 ? "people" : words.join(" ");
}
