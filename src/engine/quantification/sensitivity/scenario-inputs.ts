import type { Estimate } from "../estimate/estimate.ts";
import { lossForms } from "../loss-forms.ts";
import type { LossMagnitude, Scenario } from "../scenario.ts";

/** What an input's spread is: not knowing it, or chance from one event to the next. */
export type Uncertainty = "knowledge" | "chance";

/** One estimate of a scenario and where it stands. */
export interface ScenarioInput {
  /** As people write it: "frequency.threatEvents", "controls.review.effectiveness". */
  readonly input: string;
  readonly path: readonly (string | number)[];
  readonly estimate: Estimate;
  readonly kind: "quantity" | "probability";
  readonly uncertainty: Uncertainty;
  /** The common cause whose strikes these are: the same in every scenario that names it. */
  readonly sharedCause?: string | undefined;
}

/**
 * Every estimate of a scenario, in the order of its tree: frequency, loss, controls, common causes.
 *
 * A control that acts on several nodes has its node in the name, `controls.review.loss.effectiveness`.
 *
 * @example
 * scenarioInputs({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }).map(({ input }) => input)
 * // => ["frequency", "loss.primary"]
 */
export function scenarioInputs({ frequency, count, loss, controls, commonCauses = [] }: Scenario): ScenarioInput[] {
  const inputs: ScenarioInput[] = [];
  const known = (path: readonly (string | number)[], estimate: Estimate, kind: ScenarioInput["kind"], input?: string) =>
    inputs.push({ input: input ?? path.join("."), path, estimate, kind, uncertainty: "knowledge" });
  const chance = (path: readonly string[], estimate: Estimate, kind: ScenarioInput["kind"]) =>
    inputs.push({ input: path.join("."), path, estimate, kind, uncertainty: "chance" });
  const rate = count?.kind === "at-most-one" ? "probability" : "quantity";
  if (typeof frequency === "object" && "vulnerability" in frequency) {
    if ("threatEvents" in frequency) known(["frequency", "threatEvents"], frequency.threatEvents, rate);
    else {
      known(["frequency", "contact"], frequency.contact, rate);
      known(["frequency", "action"], frequency.action, "probability");
    }
    const { vulnerability } = frequency;
    if (typeof vulnerability === "object" && "threatCapability" in vulnerability) {
      const path = ["frequency", "vulnerability"];
      chance([...path, "threatCapability"], vulnerability.threatCapability, "probability");
      chance([...path, "resistance"], vulnerability.resistance, "probability");
    } else known(["frequency", "vulnerability"], vulnerability, "probability");
  } else known(["frequency"], frequency, rate);
  const magnitude = (path: readonly string[], loss: LossMagnitude) => {
    if (typeof loss !== "object" || !("forms" in loss)) return void chance(path, loss, "quantity");
    for (const form of lossForms) {
      const estimate = loss.forms[form];
      if (estimate !== undefined) chance([...path, "forms", form], estimate, "quantity");
    }
  };
  magnitude(["loss", "primary"], loss.primary);
  if (loss.secondary) {
    known(["loss", "secondary", "probability"], loss.secondary.probability, "probability");
    magnitude(["loss", "secondary", "loss"], loss.secondary.loss);
  }
  controls.forEach((effect, k) => {
    const alone = controls.every((other, j) => j === k || other.control !== effect.control);
    const name = `controls.${effect.control}${alone ? "" : `.${effect.acts}`}`;
    for (const share of ["effectiveness", "coverage", "reliability"] as const) {
      const estimate = effect[share];
      if (estimate !== undefined) known(["controls", k, share], estimate, "probability", `${name}.${share}`);
    }
  });
  commonCauses.forEach(({ cause, strikes, probability }, k) => {
    const name = `commonCauses.${cause}`;
    inputs.push({
      input: `${name}.strikes`,
      path: ["commonCauses", k, "strikes"],
      estimate: strikes,
      kind: "quantity",
      uncertainty: "knowledge",
      sharedCause: cause,
    });
    known(["commonCauses", k, "probability"], probability, "probability", `${name}.probability`);
  });
  return inputs;
}

/**
 * The scenario with another estimate at a place.
 *
 * @example
 * withEstimate({ id: "a", system: "s", frequency: 2, loss: { primary: 5 }, controls: [] }, ["loss", "primary"], 7).loss
 * // => { primary: 7 }
 */
export function withEstimate(scenario: Scenario, path: readonly (string | number)[], estimate: Estimate): Scenario {
  return replaced(scenario, path, estimate) as Scenario;
}

function replaced(node: unknown, [key, ...rest]: readonly (string | number)[], estimate: Estimate): unknown {
  if (key === undefined) return estimate;
  if (Array.isArray(node)) return node.map((item, k) => (k === key ? replaced(item, rest, estimate) : item));
  return { ...(node as object), [key]: replaced((node as Record<string, unknown>)[key], rest, estimate) };
}
