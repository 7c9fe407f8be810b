import { afterAll, describe, expect, it } from "vitest";
import type { Scenario } from "../engine/quantification/scenario.ts";
import { answerLossQuestion, type LossQuestion } from "../register/figures/loss-question.ts";
import { ThreadedLosses } from "./threaded-losses.ts";

const threads = new ThreadedLosses();
afterAll(() => threads.close());

const scenario = (id: string): Scenario => ({
  id,
  system: `system-${id}`,
  frequency: { low: 0.4, high: 3 },
  loss: { primary: { low: 1e4, high: 2e5 } },
  controls: [{ control: "review", acts: "frequency", effectiveness: { min: 0.2, mode: 0.4, max: 0.6 } }],
  commonCauses: [{ cause: "vendor", strikes: { low: 0.5, high: 2 }, probability: 0.5 }],
});
const few = [scenario("a"), scenario("b")];
const many = Array.from({ length: 51 }, (_, k) => scenario(`s${k}`));

const questions: LossQuestion[] = [
  { of: "annualLoss" },
  { of: "limitReadings", lines: [{ exceeds: 1e6, tolerance: 0.05 }] },
  { of: "contributions", level: 0.95 },
  { of: "returnPeriods", years: [2, 20, 100] },
];

describe.each([
  ["a system", few],
  ["a portfolio", many],
])("the figures of %s", (_, scenarios) => {
  it.each(questions)("asked for $of are the bits of the exact engine", async (question) => {
    expect(await threads.ask(scenarios, question)).toEqual(answerLossQuestion(scenarios, question));
  });
});

it("leave this thread free meanwhile, and do not keep a system waiting for a portfolio", async () => {
  const order: string[] = [];
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 1);
  const slow = threads.ask(many, { of: "contributions", level: 0.95 }).then(() => order.push("portfolio"));
  const quick = threads.ask([few[0]!], { of: "annualLoss" }).then(() => order.push("risk"));
  await Promise.all([slow, quick]);
  clearInterval(ticking);
  expect(order).toEqual(["risk", "portfolio"]);
  expect(ticks).toBeGreaterThan(5);
});

it("a question that the engine refuses is rejected with its reason, and the next is answered", async () => {
  await expect(threads.ask(few, { of: "contributions", level: 2 })).rejects.toThrow(RangeError);
  const impossible = { ...scenario("c"), loss: { primary: { low: 5, high: 1 } } };
  await expect(threads.ask([impossible], { of: "annualLoss" })).rejects.toThrow("low");
  expect(await threads.ask([], { of: "returnPeriods", years: [10] })).toMatchObject([
    { years: 10, aggregate: 0, occurrence: 0 },
  ]);
});

it("what is asked after the end is rejected", async () => {
  const ended = new ThreadedLosses();
  const pending = ended.ask(many, { of: "annualLoss" });
  await ended.close();
  await expect(pending).rejects.toThrow();
  await expect(ended.ask(few, { of: "annualLoss" })).rejects.toThrow("closed");
});
