import { expect, test } from "vitest";
import { madeAudit } from "../../test/harness/made-audit.ts";
import { auditRequest } from "../contract/audit-request.ts";
import { signal } from "../contract/signal.ts";
import { translate } from "./translate.ts";

const limit = {
  disparity: "demographicParityRatio",
  attributes: ["sex"],
  bound: 0.8,
  purpose: "Screening",
  rationale: "A first sieve",
  approvedBy: "mara",
  approvedOn: "2026-03-02",
};
const cells = ["f", "m"].flatMap((sex, s) =>
  [26 + 60 * s, 20, 12, 90].map((n, k) => ({
    group: [sex],
    label: k < 2 ? ("1" as const) : ("0" as const),
    decision: k % 2 === 0 ? ("1" as const) : ("0" as const),
    n: 20 * n,
  })),
);
const report = (seed: number) =>
  madeAudit(cells, { protected: ["sex"], request: auditRequest.parse({ limits: [limit], settings: { seed } }) });
const translated = (document: unknown) =>
  translate({
    bytes: new TextEncoder().encode(JSON.stringify(document)),
    contentType: "application/json",
    headers: {},
    name: "audit.json",
    stated: { at: "2026-11-20", system: "hiring" },
    receivedAt: "2026-11-21T10:00:00Z",
  });

const { format, signals, refused } = translated(report(1));

test("a verdict is a signal with its interval, breached where it is outside", () => {
  expect(format).toBe("plimsoll-audit");
  const verdict = signals[0]?.signal;
  // 38 of 148 women and 98 of 208 men: (38 / 148) / (98 / 208).
  const ratio = 38 / 148 / (98 / 208);
  expect(verdict).toMatchObject({
    topic: "fairness",
    metric: "demographicParityRatio",
    producerVerdict: "breach",
    occurredAt: "2026-11-20T00:00:00.000Z",
    labels: { system: "hiring", attributes: "sex", verdict: "outside", limit: "0.8", data: "applicants.csv" },
  });
  const reading = verdict?.reading?.kind === "value" ? verdict.reading : undefined;
  expect(reading?.value).toBeCloseTo(ratio, 12);
  expect(reading?.interval?.low).toBeLessThan(ratio);
  expect(reading?.interval?.high).toBeLessThan(0.8);
  for (const each of signals) signal.parse(each.signal);
});

test("each disparity is told once, judged or not", () => {
  const names = signals.map(({ signal: { metric } }) => metric);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("demographicParityDifference");
  expect([...names, ...refused.map(({ message }) => message.split(" ")[0])]).toHaveLength(report(1).disparities.length);
});

test("the same decisions measured with another seed tell nothing new", () => {
  const ids = (made: typeof signals) => made.map(({ signal: { source, id } }) => [source, id]);
  expect(ids(translated(report(2)).signals)).toEqual(ids(signals));
  expect(ids(translated({ ...report(1), countsHash: "c1".repeat(32) }).signals)).not.toEqual(ids(signals));
});

test("a report of another shape is refused with its first mistake", () => {
  expect(translated({ ...report(1), rows: "many" }).refused).toEqual([
    {
      position: 0,
      path: "rows",
      message: expect.stringMatching(/^rows "many" does not fit .*; send what plimsoll audit --json printed$/),
    },
  ]);
});
