import { z } from "zod";
import { controlActs } from "./control-acts.ts";
import { controlStatuses } from "./control-statuses.ts";
import { provenance } from "./heat-map.ts";
import { poolingRules } from "./pooling-rules.ts";
import { limitScope } from "./record.ts";
import { count } from "./scenario.ts";

/** An estimate as the engine reads it: amounts in the portfolio's currency, levels as their bounds, without sources. */
const cuts = {
  truncate: z.object({ from: z.number().optional(), to: z.number().optional() }).optional(),
  cap: z.number().optional(),
  insurance: z.object({ deductible: z.number(), limit: z.number() }).optional(),
};
const forms = [
  z.object({ low: z.number(), high: z.number(), ...cuts }),
  z.object({
    min: z.number(),
    mode: z.number(),
    max: z.number(),
    lambda: z.number().optional(),
    ends: z.enum(["bounds", "percentiles"]).optional(),
    ...cuts,
  }),
  z.object({ min: z.number(), max: z.number(), ...cuts }),
  z.object({ alpha: z.number(), beta: z.number(), ...cuts }),
  z.object({ shape: z.number(), rate: z.number(), ...cuts }),
  z.object({ mu: z.number(), sigma: z.number(), ...cuts }),
  z.object({ samples: z.array(z.number()), ...cuts }),
  z.object({ quantiles: z.array(z.object({ p: z.number(), value: z.number() })), ...cuts }),
] as const;
const ofOneExpert = z.union([z.number(), ...forms]);
const pooled = z.object({
  experts: z.array(z.object({ estimate: ofOneExpert, weight: z.number().optional() })),
  pool: z.enum(poolingRules),
  ...cuts,
});
const estimate = z.union([z.number(), ...forms, pooled]).meta({
  id: "EngineEstimate",
  description: "An estimate with levels and currencies resolved, as the loss engine reads it.",
});

const vulnerability = z.union([estimate, z.object({ threatCapability: estimate, resistance: estimate })]);
const frequency = z.union([
  estimate,
  z.object({ threatEvents: estimate, vulnerability }),
  z.object({ contact: estimate, action: estimate, vulnerability }),
]);
const lossOfEvent = z.union([
  estimate,
  z.object({
    forms: z.object({
      productivity: estimate.optional(),
      response: estimate.optional(),
      replacement: estimate.optional(),
      competitiveAdvantage: estimate.optional(),
      fines: estimate.optional(),
      reputation: estimate.optional(),
    }),
  }),
]);

/** A scenario as the engine reads it; see engine/quantification/scenario.ts. Its controls are those of every status. */
const scenario = z
  .object({
    id: z.string(),
    system: z.string(),
    frequency,
    count: count.optional(),
    loss: z.object({
      primary: lossOfEvent,
      secondary: z.object({ probability: estimate, loss: lossOfEvent }).optional(),
    }),
    controls: z.array(
      z.object({
        control: z.string(),
        acts: z.enum(controlActs),
        effectiveness: estimate,
        coverage: estimate.optional(),
        reliability: estimate.optional(),
        mechanism: z.string().optional(),
      }),
    ),
    commonCauses: z.array(z.object({ cause: z.string(), strikes: estimate, probability: estimate })).optional(),
  })
  .meta({ id: "EngineScenario" });

/**
 * Answer of GET /v1/scenarios: all with which a reader runs the loss engine on a scope without asking again. With the
 * controls in `working` the figures are the residual ones, with none the inherent ones.
 */
export const scenarioModel = provenance.extend({
  currency: z.string(),
  scenarios: z.array(
    z.object({
      /** Of the risk. */
      id: z.string(),
      name: z.string(),
      system: z.string(),
      systemName: z.string(),
      category: z.string(),
      owner: z.string(),
      ownerName: z.string(),
      scenario,
    }),
  ),
  /** The controls of these scenarios, whatever their status. */
  controls: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.enum(controlStatuses),
      due: z.string().nullable(),
      /** In the portfolio's currency; null is unknown, not free. */
      annualCost: z.number().nullable(),
      oneTimeCost: z.number().nullable(),
      owner: z.string().nullable(),
      ownerName: z.string().nullable(),
    }),
  ),
  /** Ids of the controls that count now. */
  working: z.array(z.string()),
  /** Common causes that the scenarios name. */
  causes: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Limits on annual loss whose whole scope is among these scenarios. */
  limits: z.array(
    z.object({
      id: z.string(),
      scope: limitScope,
      exceeds: z.number(),
      appetite: z.number(),
      tolerance: z.number(),
    }),
  ),
});
export type ScenarioModel = z.infer<typeof scenarioModel>;
