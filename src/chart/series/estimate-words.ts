import type { FileScenario } from "../../contract/estimate.ts";
import { formatMoney } from "./format-money.ts";
import { formatNumber, formatPercent, formatQuantity, plural } from "./format-number.ts";

/** What an estimate is of: money, a number of events a year, or a probability. */
export type Quantity = { readonly of: "money"; readonly currency: string } | { readonly of: "events" | "probability" };

type Frequency = FileScenario["frequency"];
type FrequencyEstimate = Exclude<Frequency, { threatEvents: unknown } | { contact: unknown }>;
type Estimate = FileScenario["loss"]["primary"] | FrequencyEstimate;

/** An estimate as its author meant it: "€50k to 2m, 90 % sure (lognormal)", "at least 2, most likely 6, at most 20 (PERT)". */
export function estimateWords(estimate: Estimate, quantity: Quantity): string {
  if (typeof estimate === "number") return `${say(estimate, quantity)}, taken as certain`;
  const own =
    "currency" in estimate && estimate.currency && quantity.of === "money"
      ? { ...quantity, currency: estimate.currency }
      : quantity;
  if ("low" in estimate) return `${say(estimate.low, own)} to ${say(estimate.high, own)}, 90 % sure (lognormal)`;
  if ("mode" in estimate) {
    const weight =
      estimate.lambda === undefined || estimate.lambda === 4 ? "" : `, λ ${formatNumber(estimate.lambda, 2)}`;
    return `at least ${say(estimate.min, own)}, most likely ${say(estimate.mode, own)}, at most ${say(estimate.max, own)} (PERT${weight})`;
  }
  if ("min" in estimate) return `anything from ${say(estimate.min, own)} to ${say(estimate.max, own)} (uniform)`;
  if ("alpha" in estimate) {
    const mean = estimate.alpha / (estimate.alpha + estimate.beta);
    return `${say(mean, own)} on average (beta, α ${formatNumber(estimate.alpha, 2)}, β ${formatNumber(estimate.beta, 2)})`;
  }
  if ("shape" in estimate)
    return `${say(estimate.shape / estimate.rate, own)} on average (gamma, shape ${formatNumber(estimate.shape, 3)}, rate ${formatNumber(estimate.rate, 6)})`;
  if ("mu" in estimate)
    return `${say(Math.exp(estimate.mu), own)} in the median (lognormal, μ ${formatNumber(estimate.mu, 2)}, σ ${formatNumber(estimate.sigma, 2)})`;
  if ("samples" in estimate) {
    const { samples } = estimate;
    const range = `${say(Math.min(...samples), own)} to ${say(Math.max(...samples), own)}`;
    return `${formatNumber(samples.length)} ${plural("observation", samples.length)}, ${range}`;
  }
  return `level ${estimate.level} of the scale, anywhere within its bounds`;
}

export interface EstimateLine {
  readonly name: string;
  readonly text: string;
}

/** The scenario of a risk, leaf by leaf. */
export function scenarioLines({ frequency, loss }: FileScenario, currency: string): EstimateLine[] {
  const money: Quantity = { of: "money", currency };
  const lines = frequencyLines(frequency);
  lines.push({ name: "Loss of an event", text: estimateWords(loss.primary, money) });
  if (loss.secondary) {
    lines.push({ name: "Followed by more", text: estimateWords(loss.secondary.probability, { of: "probability" }) });
    lines.push({ name: "Then", text: estimateWords(loss.secondary.loss, money) });
  }
  return lines;
}

function frequencyLines(frequency: Frequency): EstimateLine[] {
  const events: Quantity = { of: "events" };
  const probability: Quantity = { of: "probability" };
  if (typeof frequency === "object" && "threatEvents" in frequency)
    return [
      { name: "Attempts a year", text: estimateWords(frequency.threatEvents, events) },
      { name: "Become a loss", text: estimateWords(frequency.vulnerability, probability) },
    ];
  if (typeof frequency === "object" && "contact" in frequency)
    return [
      { name: "Contacts a year", text: estimateWords(frequency.contact, events) },
      { name: "Become an attempt", text: estimateWords(frequency.action, probability) },
      { name: "Become a loss", text: estimateWords(frequency.vulnerability, probability) },
    ];
  return [{ name: "Events a year", text: estimateWords(frequency, events) }];
}

function say(value: number, quantity: Quantity): string {
  switch (quantity.of) {
    case "money":
      return formatMoney(value, quantity.currency);
    case "probability":
      return formatPercent(value);
    case "events":
      return formatQuantity(value);
    default: {
      const unnamed: never = quantity;
      return unnamed;
    }
  }
}
