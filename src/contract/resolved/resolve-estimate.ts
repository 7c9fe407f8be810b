import type { Estimate, EstimateCuts, EstimateForm } from "../../engine/quantification/estimate/estimate.ts";
import type { Level } from "../../engine/scoring/scale.ts";
import type { FileEstimate } from "../estimate.ts";
import { Failure } from "../failure.ts";

/** What an estimate of the file may refer to. */
export interface EstimateContext {
  /** The levels that `{ level: n }` means: of likelihood in a frequency, of impact in a loss. */
  readonly levels: readonly Level[];
  /** Units of the portfolio's currency for one of the currency named. */
  readonly rateOf: (currency: string) => number;
  /** Of the organisation, in the portfolio's currency: what a cap may be a share of. */
  readonly annualTurnover?: number | undefined;
}

type WrittenForm = Exclude<FileEstimate, number>;
type ExpertSaid = Extract<WrittenForm, { experts: unknown }>["experts"][number]["estimate"];

/**
 * An estimate as the engine reads it: a level becomes a uniform quantity over its bounds, money is converted, and where
 * it comes from is left behind.
 *
 * Conversion multiplies the quantity by the rate in whatever form it is written: bounds, samples, quantiles and money
 * cuts are multiplied, the mu of a lognormal gets ln(rate) added, the rate parameter of a gamma is divided; of experts
 * each is converted, but for a level, which is of the portfolio's scale, and a beta, which is a share. A cap by turnover
 * is in the portfolio's currency already. Frequencies and probabilities are read the same way: they have no currency.
 *
 * @throws Failure `invalid-input` for a share of a turnover that the file does not give
 */
export function resolveEstimate(estimate: FileEstimate, context: EstimateContext): Estimate {
  if (typeof estimate === "number") return estimate;
  const currency = "currency" in estimate ? estimate.currency : undefined;
  const factor = currency === undefined ? 1 : context.rateOf(currency);
  const cuts = resolveCuts(estimate, factor, context);
  const form = resolveForm(estimate, factor, context);
  if (typeof form !== "number") return { ...form, ...cuts };
  return Object.keys(cuts).length === 0 ? form : { samples: [form], ...cuts };
}

function resolveForm(written: WrittenForm, factor: number, { levels }: EstimateContext): EstimateForm | number {
  if ("value" in written) return written.value * factor;
  if (!("experts" in written)) return multiplied(simpleForm(written, levels), factor);
  const { experts, pool } = written;
  return {
    pool,
    experts: experts.map(({ estimate, weight }) => ({
      estimate: expertForm(estimate, factor, levels),
      ...(weight !== undefined && { weight }),
    })),
  };
}

function expertForm(said: ExpertSaid, factor: number, levels: readonly Level[]): Estimate {
  if (typeof said === "number") return said * factor;
  return multiplied(simpleForm(said, levels), "level" in said ? 1 : factor);
}

type SimpleForm = Exclude<EstimateForm, { experts: unknown }>;

function simpleForm(
  written: Exclude<WrittenForm, { value: number } | { experts: unknown }> | Exclude<ExpertSaid, number>,
  levels: readonly Level[],
): SimpleForm {
  if ("level" in written) {
    const { from, to } = levels[written.level - 1]!;
    return { min: from, max: to };
  }
  if ("low" in written) return { low: written.low, high: written.high };
  if ("mode" in written) {
    const { min, mode, max, lambda, ends } = written;
    return { min, mode, max, ...(lambda !== undefined && { lambda }), ...(ends !== undefined && { ends }) };
  }
  if ("min" in written) return { min: written.min, max: written.max };
  if ("alpha" in written) return { alpha: written.alpha, beta: written.beta };
  if ("shape" in written) return { shape: written.shape, rate: written.rate };
  if ("mu" in written) return { mu: written.mu, sigma: written.sigma };
  if ("quantiles" in written) return { quantiles: written.quantiles };
  return { samples: written.samples };
}

function multiplied(form: SimpleForm, factor: number): SimpleForm {
  if (factor === 1 || "alpha" in form) return form;
  if ("low" in form) return { low: form.low * factor, high: form.high * factor };
  if ("mode" in form) return { ...form, min: form.min * factor, mode: form.mode * factor, max: form.max * factor };
  if ("min" in form) return { min: form.min * factor, max: form.max * factor };
  if ("shape" in form) return { shape: form.shape, rate: form.rate / factor };
  if ("mu" in form) return { mu: form.mu + Math.log(factor), sigma: form.sigma };
  if ("quantiles" in form) return { quantiles: form.quantiles.map(({ p, value }) => ({ p, value: value * factor })) };
  return { samples: form.samples.map((sample) => sample * factor) };
}

function resolveCuts(written: WrittenForm, factor: number, { annualTurnover }: EstimateContext): EstimateCuts {
  const { truncate, cap, insurance } = written;
  return {
    ...(truncate && {
      truncate: {
        ...(truncate.from !== undefined && { from: truncate.from * factor }),
        ...(truncate.to !== undefined && { to: truncate.to * factor }),
      },
    }),
    ...(cap !== undefined && { cap: resolveCap(cap, factor, annualTurnover) }),
    ...(insurance && {
      insurance: { deductible: insurance.deductible * factor, limit: insurance.limit * factor },
    }),
  };
}

function resolveCap(cap: NonNullable<WrittenForm["cap"]>, factor: number, annualTurnover: number | undefined): number {
  if (typeof cap === "number") return cap * factor;
  const { amount = 0, turnoverShare } = cap;
  if (turnoverShare === undefined) return amount * factor;
  if (annualTurnover !== undefined) return Math.max(amount * factor, turnoverShare * annualTurnover);
  throw new Failure(
    "invalid-input",
    `cap at ${turnoverShare} of the annual turnover, which is not given`,
    "add annualTurnover to the portfolio, or cap at an amount",
  );
}
