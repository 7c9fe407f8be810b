import type { Group } from "../../engine/fairness/group/group.ts";

const knownPeople: { readonly [value: string]: string } = {
  f: "women",
  female: "women",
  woman: "women",
  women: "women",
  m: "men",
  male: "men",
  man: "men",
  men: "men",
};

/** A group as one says it: "women", "with race Black". */
export function people(group: Group): string {
  return Object.entries(group)
    .map(([attribute, value]) => {
      const known = value.toLowerCase();
      const isKnown = /^(sex|gender)$/i.test(attribute) && Object.hasOwn(knownPeople, known);
      return isKnown ? knownPeople[known] : `with ${attribute} ${value}`;
    })
    .join(" ");
}
