import type { Portfolio } from "../src/contract/portfolio.ts";
import type { Control, Person, Risk, System } from "../src/contract/record.ts";

export interface PortfolioSize {
  readonly systems: number;
  readonly risks: number;
  /** The first so many risks have a scenario, spread evenly over systems. */
  readonly scenarios: number;
}

const categories = ["data", "model", "system", "ethical", "security", "legal", "third-party", "human"];
const actions = ["wrongly refused", "served stale answers", "disclosed to a stranger", "charged twice", "left waiting"];

/** A portfolio of a size, the same for the same size: every choice is a fractional part of a multiple of an irrational. */
export function scalePortfolio({ systems, risks, scenarios }: PortfolioSize): Portfolio {
  const people: Person[] = Array.from({ length: 60 }, (_, k) => ({
    id: `person-${k}`,
    name: `Person ${k}`,
    roles: [k === 0 ? "administrator" : "contributor"],
  }));
  const controls: Control[] = Array.from({ length: 200 }, (_, k) => ({
    id: `control-${k}`,
    name: `Control ${k}`,
    owner: `person-${k % 60}`,
    status: k % 5 === 4 ? "planned" : "working",
    ...(k % 5 === 4 ? { due: "2027-03-31" } : {}),
  }));
  const list: System[] = Array.from({ length: systems }, (_, k) => ({
    id: `system-${String(k).padStart(4, "0")}`,
    name: `System ${k}`,
    owner: `person-${k % 60}`,
    businessUnit: `Unit ${k % 9}`,
    stage: "production",
  }));
  return {
    version: 1,
    organization: "Scale Group",
    currency: "EUR",
    people,
    systems: list,
    controls,
    limits: [
      { scope: "portfolio", measure: "residualScore", appetite: 12, tolerance: 20 },
      { scope: "portfolio", measure: "annualLoss", exceeds: 500_000_000, appetite: 0.1, tolerance: 0.2 },
    ],
    risks: Array.from({ length: risks }, (_, k) => scaleRisk(k, { systems, isQuantified: k < scenarios })),
  };
}

function scaleRisk(k: number, { systems, isQuantified }: { systems: number; isQuantified: boolean }): Risk {
  const category = categories[Math.floor(spread(k, Math.SQRT2) * categories.length)]!;
  const what = actions[Math.floor(spread(k, Math.sqrt(3)) * actions.length)]!;
  const low = 2000 * 100 ** spread(k, Math.sqrt(5));
  const uses = Math.floor(spread(k, Math.sqrt(7)) * 3);
  return {
    id: `risk-${String(k).padStart(5, "0")}`,
    name: `Risk ${k}: ${what}`,
    system: `system-${String(k % systems).padStart(4, "0")}`,
    category,
    cause: `the inputs of case ${k} differ from those the system was built on`,
    event: `a customer is ${what} in case ${k}`,
    owner: `person-${k % 60}`,
    assessed: `2026-${String(1 + (k % 11)).padStart(2, "0")}-15`,
    ...(k % 40 === 39
      ? {}
      : {
          inherent: {
            likelihood: 1 + Math.floor(spread(k, Math.sqrt(11)) * 5),
            impact: 1 + Math.floor(spread(k, Math.sqrt(13)) * 5),
          },
        }),
    controls: Array.from({ length: uses }, (_, use) => ({
      control: `control-${(k * 7 + use * 31) % 200}`,
      acts: use === 0 ? "frequency" : "loss",
      effectiveness: { min: 0.2, mode: 0.4, max: 0.6 },
    })),
    ...(isQuantified
      ? {
          scenario: {
            frequency: k % 2 === 0 ? { low: 0.05, high: 2 } : { min: 0, mode: 0.2, max: 1 },
            loss: {
              primary: { low, high: low * 10 ** (1 + spread(k, Math.sqrt(17))) },
              ...(k % 3 === 0 ? { secondary: { probability: 0.2, loss: { low, high: low * 20 } } } : {}),
            },
          },
        }
      : {}),
    ...(k % 10 === 0
      ? {
          treatment: {
            strategy: "mitigate",
            plan: [{ task: `Bring case ${k} under review`, owner: `person-${k % 60}`, due: "2027-02-28" }],
          },
        }
      : {}),
  } as Risk;
}

function spread(k: number, irrational: number): number {
  return ((k + 1) * irrational) % 1;
}
