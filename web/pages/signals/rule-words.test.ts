import { expect, test } from "vitest";
import { ruleSentence } from "./rule-words.ts";

test("a rule is a sentence", () => {
  const labels = [
    { label: "model", matches: "churn-*" },
    { label: "env", equals: "production" },
  ];
  expect(ruleSentence({ when: { format: "evidently", labels } }, "Churn scoring")).toBe(
    "Signals from Evidently whose model is churn-* and env is production are about Churn scoring.",
  );
  expect(ruleSentence({ when: { source: "ci/*" } }, "Hiring")).toBe("Signals whose source is ci/* are about Hiring.");
  expect(ruleSentence({ when: { format: "grafana" } }, "Hiring")).toBe("Signals from Grafana are about Hiring.");
});
