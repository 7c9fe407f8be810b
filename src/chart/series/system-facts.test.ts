import { expect, test } from "vitest";
import { marks } from "../../../test/fixture-portfolio/portfolio-answers.ts";
import { systemFacts, systemFinding } from "./system-facts.ts";

const of = (system: string) => marks.filter((risk) => risk.system === system);

test("says what its risks say together", () => {
  expect(systemFinding(of("credit-scoring"))).toBe("One of its five rated risks rides over the line");
  expect(systemFinding([])).toBe("No risk is written down");
  expect(systemFinding(marks.filter(({ residual }) => residual === null).slice(0, 2))).toBe(
    "None of its two risks is rated",
  );
  expect(systemFinding(of("churn"))).toMatch(/^None rides over the line; the nearest is /);
  const unlined = of("churn").map((risk) => ({ ...risk, line: null, status: "unknown" as const }));
  expect(systemFinding(unlined)).toBe("No line is drawn for its risks");
});

test("what nobody has said is said to be so", () => {
  expect(systemFacts({ id: "churn" }).every(({ text }) => text === "not said")).toBe(true);
  const facts = new Map(
    systemFacts({ id: "churn", decisionsPerYear: 400_000, customerFacing: false }).map(({ name, text }) => [
      name,
      text,
    ]),
  );
  expect(facts.get("Decisions")).toBe("400,000 a year");
  expect(facts.get("Customers")).toBe("do not meet it");
});
