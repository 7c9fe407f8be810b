import type { FileEstimate, FrequencyEstimate, ProbabilityEstimate } from "../../contract/estimate.ts";
import type { FileScenario } from "../../contract/scenario.ts";
import { lossForms } from "../../engine/quantification/loss-forms.ts";
import { formatNumber, formatPercent, formatQuantity, plural } from "./format-number.ts";
import { type Quantity, quantityWords as say } from "./quantity-words.ts";

type Estimate = FileEstimate | FrequencyEstimate | ProbabilityEstimate;
type WrittenEstimate = Exclude<Estimate, number>;

/** An estimate as its author meant it: "€50k to €2m, 90 % sure (lognormal)", "at least 2, most likely 6, at most 20 (PERT)". */
export function estimateWords(estimate: Estimate, quantity: Quantity): string {
  if (typeof estimate === "number") return `${say(estimate, quantity)}, taken as certain`;
  const own =
    "currency" in estimate && estimate.currency && quantity.of === "money"
      ? { ...quantity, currency: estimate.currency }
      : quantity;
  return `${formWords(estimate, own)}${cutWords(estimate, own)}`;
}

function formWords(estimate: WrittenEstimate, own: Quantity): string {
  if ("value" in estimate) return `${say(estimate.value, own)}, taken as certain`;
  if ("low" in estimate) return `${say(estimate.low, own)} to ${say(estimate.high, own)}, 90 % sure (lognormal)`;
  if ("mode" in estimate) return pertWords(estimate, own);
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
  if ("quantiles" in estimate)
    return `${estimate.quantiles.map(({ p, value }) => `${formatPercent(p)} below ${say(value, own)}`).join(", ")} (lognormal)`;
  if ("experts" in estimate) {
    const count = estimate.experts.length;
    const rule = estimate.pool === "linear" ? "their distributions mixed" : "their quantiles averaged";
    return `${formatNumber(count)} ${plural("expert", count)}, ${rule}`;
  }
  return `level ${estimate.level} of the scale, anywhere within its bounds`;
}

function pertWords(pert: Extract<WrittenEstimate, { mode: number }>, own: Quantity): string {
  const weight = pert.lambda === undefined || pert.lambda === 4 ? "" : `, λ ${formatNumber(pert.lambda, 2)}`;
  const [min, mode, max] = [pert.min, pert.mode, pert.max].map((value) => say(value, own));
  return pert.ends === "percentiles"
    ? `1 in 20 below ${min}, most likely ${mode}, 1 in 20 above ${max} (PERT${weight})`
    : `at least ${min}, most likely ${mode}, at most ${max} (PERT${weight})`;
}

/** What is cut off it, in the order in which it is cut. */
function cutWords(estimate: WrittenEstimate, own: Quantity): string {
  const { truncate, cap } = estimate;
  const insurance = "insurance" in estimate ? estimate.insurance : undefined;
  const cuts: string[] = [];
  if (truncate?.from !== undefined) cuts.push(`never below ${say(truncate.from, own)}`);
  if (truncate?.to !== undefined) cuts.push(`never above ${say(truncate.to, own)}`);
  if (typeof cap === "number") cuts.push(`capped at ${say(cap, own)}`);
  else if (cap?.turnoverShare !== undefined) {
    const share = `${formatPercent(cap.turnoverShare)} of the turnover`;
    cuts.push(
      cap.amount === undefined ? `capped at ${share}` : `capped at the greater of ${say(cap.amount, own)} and ${share}`,
    );
  } else if (cap?.amount !== undefined) cuts.push(`capped at ${say(cap.amount, own)}`);
  if (insurance) cuts.push(`insured from ${say(insurance.deductible, own)} for ${say(insurance.limit, own)}`);
  return cuts.map((cut) => `; ${cut}`).join("");
}

export interface EstimateLine {
  readonly name: string;
  readonly text: string;
}

const money = (currency: string): Quantity => ({ of: "money", currency });
const events: Quantity = { of: "events" };
const probability: Quantity = { of: "probability" };
const force: Quantity = { of: "force" };

/** The scenario of a risk, leaf by leaf. */
export function scenarioLines(scenario: FileScenario, currency: string): EstimateLine[] {
  const { loss, count } = scenario;
  const counted = count === undefined ? null : countWords(count);
  return [
    ...frequencyLines(scenario.frequency),
    ...(counted === null ? [] : [{ name: "They come", text: counted }]),
    ...(scenario.commonCauses ?? []).map((cause) => ({
      name: `Struck by ${cause.cause}`,
      text: estimateWords(cause.probability, probability),
    })),
    ...magnitudeLines("Loss of an event", loss.primary, currency),
    ...(loss.secondary
      ? [
          { name: "Followed by more", text: estimateWords(loss.secondary.probability, probability) },
          ...magnitudeLines("Then", loss.secondary.loss, currency),
        ]
      : []),
  ];
}

function countWords(count: NonNullable<FileScenario["count"]>): string | null {
  switch (count.kind) {
    case "poisson":
      return null;
    case "negative-binomial":
      return `in clusters (negative binomial, size ${formatQuantity(count.size)})`;
    case "zero-inflated":
      return `in no year at all with ${formatPercent(count.silent)}, else independent of each other`;
    case "at-most-one":
      return "at most once a year";
    default: {
      const unnamed: never = count;
      return unnamed;
    }
  }
}

const formTitles = {
  productivity: "productivity",
  response: "response",
  replacement: "replacement",
  competitiveAdvantage: "competitive advantage",
  fines: "fines and judgements",
  reputation: "reputation",
} as const;

function magnitudeLines(name: string, magnitude: FileScenario["loss"]["primary"], currency: string): EstimateLine[] {
  if (typeof magnitude !== "object" || !("forms" in magnitude))
    return [{ name, text: estimateWords(magnitude, money(currency)) }];
  return lossForms.flatMap((form) => {
    const estimate = magnitude.forms[form];
    if (estimate === undefined) return [];
    return [{ name: `${name}: ${formTitles[form]}`, text: estimateWords(estimate, money(currency)) }];
  });
}

function frequencyLines(frequency: FileScenario["frequency"]): EstimateLine[] {
  if (typeof frequency !== "object" || !("vulnerability" in frequency))
    return [{ name: "Events a year", text: estimateWords(frequency, events) }];
  const { vulnerability } = frequency;
  const become =
    typeof vulnerability === "object" && "threatCapability" in vulnerability
      ? [
          { name: "Force of an attempt", text: estimateWords(vulnerability.threatCapability, force) },
          { name: "Force withstood", text: estimateWords(vulnerability.resistance, force) },
        ]
      : [{ name: "Become a loss", text: estimateWords(vulnerability, probability) }];
  if ("threatEvents" in frequency)
    return [{ name: "Attempts a year", text: estimateWords(frequency.threatEvents, events) }, ...become];
  return [
    { name: "Contacts a year", text: estimateWords(frequency.contact, events) },
    { name: "Become an attempt", text: estimateWords(frequency.action, probability) },
    ...become,
  ];
}
