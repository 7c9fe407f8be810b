import type { Signal } from "../contract/signal.ts";
import { remembered } from "./remembered.ts";

type Topic = Signal["topic"];

/** Words of names by topic; the first that matches counts. */
const words: readonly (readonly [Topic, RegExp])[] = [
  ["incident", /incident|near.?miss/],
  [
    "fairness",
    /fair|disparit|parity|equali[sz]ed.?odds|equal.?opportunity|impact.?ratio|selection.?rate|between.?groups?|bias/,
  ],
  ["drift", /drift|psi\b|stability.?index|jensen|wasserstein|kolmogorov|k.?s.?p.?value|domain.?classifier|shift/],
  [
    "data-quality",
    /missing|null|duplicat|out.?of.?(range|list)|schema|column.?count|row.?count|unseen|quality|stale|fresh/,
  ],
  ["security", /inject|jailbreak|leak|attack|vulnerab|poison|secur|exfiltrat|pii/],
  [
    "evaluation",
    /hallucinat|ground|faithful|relevan|toxic|coheren|fluen|judge|eval|refus|safety|sentiment|context.?(recall|precision)/,
  ],
  [
    "performance",
    /accura|f1|f.?beta|precision|recall|auc|roc|rmse|mae\b|mape|mse\b|r2|log.?loss|brier|calibrat|error.?rate|specificity|sensitivity|true.?(pos|neg)|false.?(pos|neg)|tpr|fpr|tnr|fnr|perform|confusion|classif|regression|lift|gini/,
  ],
  [
    "operation",
    /latency|outage|duration|throughput|availab|uptime|up\b|down\b|cpu|memory|disk|queue|request|5xx|timeout|cost|token|silen/,
  ],
  ["compliance", /complian|control|objective|audit|policy|requirement/],
];

/** What a metric speaks of, by the words of its name; "other" where none is known. */
export function topicOf(name: string): Topic {
  return knownTopic(name) ?? "other";
}

/** The same; null where no word is known. */
export function knownTopic(name: string): Topic | null {
  return topicByWords(name) || null;
}

const topicByWords = remembered((name): Topic | "" => {
  const plain = name.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase();
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? "";
});
