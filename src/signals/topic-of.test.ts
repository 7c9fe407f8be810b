import { expect, test } from "vitest";
import { topicOf } from "./topic-of.ts";

test.each([
  ["ModelF1Low", "performance"],
  ["roc_auc", "performance"],
  ["Accuracy", "performance"],
  ["selection_rate_difference", "fairness"],
  ["demographicParityRatio", "fairness"],
  ["equal_opportunity_difference", "fairness"],
  ["age_wasserstein", "drift"],
  ["DatasetDriftMetric", "drift"],
  ["MissingValueCount", "data-quality"],
  ["prompt_injection_rate", "security"],
  ["hallucination_rate", "evaluation"],
  ["p99_latency_ms", "operation"],
  ["near_misses", "incident"],
  ["objective satisfied", "compliance"],
  ["colour", "other"],
])("%s speaks of %s", (name, topic) => {
  expect(topicOf(name)).toBe(topic);
});
