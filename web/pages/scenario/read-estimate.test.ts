import { describe, expect, test } from "vitest";
import { estimate, frequencyEstimate, probabilityEstimate } from "../../../src/contract/estimate.ts";
import { type AnyEstimate, draftOfEstimate, emptyEstimate, type LeafKind } from "./estimate-draft.ts";
import { readEstimate } from "./read-estimate.ts";

const contracts = { money: estimate, events: frequencyEstimate, probability: probabilityEstimate };
const dated = { source: "Incident log 2023 to 2026", by: "mara", on: "2026-09-30" };

const cases: [LeafKind, AnyEstimate][] = [
  ["money", 20_000],
  ["money", { low: 20_000, high: 2_000_000, cap: 5_000_000, ...dated }],
  ["money", { low: 20_000, high: 2_000_000, cap: { turnoverShare: 0.04, amount: 20_000_000 }, currency: "USD" }],
  ["money", { min: 0, mode: 5, max: 9, lambda: 6, ends: "percentiles" }],
  [
    "money",
    {
      quantiles: [
        { p: 0.05, value: 3 },
        { p: 0.5, value: 9 },
        { p: 0.95, value: 40 },
      ],
    },
  ],
  ["money", { mu: 10.9, sigma: 0.6, insurance: { deductible: 10_000, limit: 1_000_000 } }],
  ["money", { level: 4, truncate: { from: 400_000 } }],
  ["money", { value: 12, source: "contract" }],
  ["events", { shape: 4, rate: 10 }],
  ["events", { samples: [1, 0, 3.5, 2], truncate: { from: 0.5, to: 9 } }],
  ["probability", { alpha: 2, beta: 8 }],
  ["probability", { min: 0.1, max: 0.35 }],
  [
    "probability",
    {
      pool: "quantiles",
      experts: [
        { by: "mara", estimate: { low: 0.1, high: 0.4 }, weight: 2 },
        { by: "Dr Okafor", on: "2026-10-02", source: "interview", estimate: 0.3 },
      ],
    },
  ],
];

describe("an estimate of the file", () => {
  test.each(cases)("%s %j opens as a draft and is read back as it was", (kind, given) => {
    const read = readEstimate(draftOfEstimate(given, kind), kind);
    expect(read).toEqual({ estimate: given, mistakes: [] });
    expect(contracts[kind].safeParse(read.estimate).success).toBe(true);
  });
});

describe("a mistake is named at its field", () => {
  const typed = (
    form: (typeof emptyEstimate)["form"],
    text: (typeof emptyEstimate)["text"],
    kind: LeafKind = "money",
  ) => readEstimate({ ...emptyEstimate, form, text }, kind);

  test.each([
    [{ low: 9, high: 3 }, "low"],
    [{ low: 0, high: 3 }, "low"],
    [{ min: 9, mode: 4, max: 3 }, "min"],
    [{ min: 1, mode: 7, max: 3 }, "mode"],
    [{ min: 2, mode: 1, max: 3 }, "mode"],
    [
      {
        quantiles: [
          { p: 0.5, value: 3 },
          { p: 0.2, value: 9 },
        ],
      },
      "quantiles.1.p",
    ],
    [
      {
        quantiles: [
          { p: 0.2, value: 9 },
          { p: 0.5, value: 3 },
        ],
      },
      "quantiles.1.value",
    ],
    [{ low: 1, high: 3, truncate: { from: 3, to: 2 } }, "truncateFrom"],
  ] as [AnyEstimate, string][])("%j in the words of the contract", (given, field) => {
    const { estimate: none, mistakes } = readEstimate(draftOfEstimate(given, "money"), "money");
    expect(none).toBeNull();
    expect(mistakes[0]!.field).toBe(field);
    const said = JSON.stringify(estimate.safeParse(given).error);
    const [what, remedy] = mistakes[0]!.what.split(/; (.*)/s) as [string, string];
    expect(said).toContain(what);
    expect(said).toContain(remedy);
  });

  test("what is missing is asked for", () => {
    expect(typed("interval", { low: "20k" }).mistakes).toEqual([
      { field: "high", what: "write what 1 case in 20 lies above" },
    ]);
  });

  test("what is no number says how to write one", () => {
    expect(typed("value", { value: "lots" }).mistakes).toEqual([
      { field: "value", what: "“lots” is not a number; write 20000, 20k or 1.5m" },
    ]);
    expect(typed("value", { value: "1.5" }, "probability").mistakes[0]!.what).toMatch(/not a probability; .*30 %/);
    expect(typed("value", { value: "-1" }).mistakes[0]!.what).toMatch(/below 0/);
  });

  test("an expert's mistake is named at that expert", () => {
    const draft = draftOfEstimate(
      { pool: "linear", experts: [{ by: "mara", estimate: { low: 9, high: 2 } }] },
      "money",
    );
    expect(readEstimate(draft, "money").mistakes[0]!.field).toBe("experts.0.estimate.low");
  });

  test("a deductible without a limit asks for the limit", () => {
    expect(typed("value", { value: "5", deductible: "2" }).mistakes[0]!.field).toBe("limit");
  });
});

test("a certain number with nothing more to say of it is written as the number", () => {
  expect(readEstimate({ ...emptyEstimate, form: "value", text: { value: "2" } }, "events").estimate).toBe(2);
});
