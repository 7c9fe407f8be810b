import type { Quantity } from "./quantity-words.ts";

const words: Readonly<Record<string, string>> = {
  frequency: "loss events a year",
  "frequency.threatEvents": "attempts a year",
  "frequency.contact": "contacts a year",
  "frequency.action": "share that become an attempt",
  "frequency.vulnerability": "share that become a loss event",
  "frequency.vulnerability.threatCapability": "force of an attempt",
  "frequency.vulnerability.resistance": "force withstood",
  "loss.primary": "primary loss of an event",
  "loss.secondary.probability": "share of events followed by more",
  "loss.secondary.loss": "secondary loss of an event",
};

const forms: Readonly<Record<string, string>> = {
  productivity: "productivity",
  response: "response",
  replacement: "replacement",
  competitiveAdvantage: "competitive advantage",
  fines: "fines and judgements",
  reputation: "reputation",
};

const shares: Readonly<Record<string, string>> = {
  effectiveness: "effectiveness",
  coverage: "coverage",
  reliability: "reliability",
};

/** What an input of a scenario is called by who does not write files: `frequency.threatEvents` is "attempts a year". */
export function inputWords(input: string, nameOf: (kind: "control" | "cause", id: string) => string): string {
  const known = words[input];
  if (known !== undefined) return known;
  const form = /^loss\.(primary|secondary\.loss)\.forms\.(\w+)$/.exec(input);
  if (form) return `${forms[form[2]!] ?? form[2]}, ${form[1] === "primary" ? "primary" : "secondary"} loss`;
  const control = /^controls\.([a-z0-9-]+)(?:\.(?:frequency|loss|secondary))?\.(\w+)$/.exec(input);
  if (control) return `${shares[control[2]!] ?? control[2]} of ${nameOf("control", control[1]!)}`;
  const cause = /^commonCauses\.([a-z0-9-]+)\.(strikes|probability)$/.exec(input);
  if (cause)
    return cause[2] === "strikes"
      ? `failures a year of ${nameOf("cause", cause[1]!)}`
      : `share of failures of ${nameOf("cause", cause[1]!)} that bring an event`;
  return input;
}

/** What the values of an input are of. */
export function inputQuantity(input: string, currency: string): Quantity {
  if (/^loss\.(primary|secondary\.loss)/.test(input)) return { of: "money", currency };
  if (/(threatCapability|resistance)$/.test(input)) return { of: "force" };
  if (input === "frequency" || /(threatEvents|contact|strikes)$/.test(input)) return { of: "events" };
  return { of: "probability" };
}
