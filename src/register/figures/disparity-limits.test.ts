import { describe, expect, it, test } from "vitest";
import type { AuditRecord, JudgedDisparity } from "../../contract/audit-record.ts";
import type { Limit } from "../../contract/record.ts";
import type { RegisterState, StoredRecord } from "../read-register.ts";
import { disparityLimits } from "./disparity-limits.ts";

const line = {
  scope: { system: "hiring" },
  measure: "disparity",
  disparity: "demographicParityRatio",
  attributes: ["sex"],
  appetite: 0.9,
  tolerance: 0.8,
  approvedBy: "mara",
  approvedOn: "2026-03-02",
  rationale: "r",
} satisfies Limit;
const measured = { disparity: "demographicParityRatio", attributes: ["sex"], kind: "ratio", unknownGroups: 0 } as const;

function ratio(low: number | null, high: number | null, more: Partial<JudgedDisparity> = {}): JudgedDisparity {
  return { ...measured, attributes: ["sex"], comparison: "between-groups", estimate: low, low, high, ...more };
}

function stored<T>(record: T, retiredOn: string | null = null): StoredRecord<T> {
  return {
    record,
    version: 1,
    createdAt: "2026-11-20T09:00:00.000Z",
    changedAt: "2026-11-20T09:00:00.000Z",
    retiredOn,
  };
}

function audit(id: string, about: Partial<AuditRecord>, retiredOn: string | null = null): StoredRecord<AuditRecord> {
  return stored(
    {
      id,
      name: id,
      system: "hiring",
      by: "mara",
      source: "a.csv",
      rows: 100,
      attributes: ["sex", "race"],
      verdicts: { within: 0, outside: 0, notEnoughEvidence: 0 },
      sentences: [],
      judged: [],
      reportHash: "0".repeat(64),
      countsHash: "0".repeat(64),
      ...about,
    },
    retiredOn,
  );
}

function judged(limits: readonly Limit[], audits: readonly StoredRecord<AuditRecord>[], system?: string) {
  const state = {
    limits: new Map(limits.map((limit, k) => [String(k), stored(limit)])),
    audits: new Map(audits.map((each) => [each.record.id, each])),
  } as unknown as RegisterState;
  return disparityLimits({ state }, system);
}

describe("a line on a disparity", () => {
  test.each([
    ["beyond tolerance", ratio(0.2, 0.5), "breach"],
    ["between appetite and tolerance", ratio(0.81, 0.89), "warning"],
    ["beyond appetite, and perhaps tolerance", ratio(0.7, 0.89), "warning"],
    ["on the right side of both", ratio(0.91, 0.99), "ok"],
    ["perhaps beyond appetite", ratio(0.85, 0.95), "unknown"],
    ["anywhere", ratio(0.1, 0.99), "unknown"],
    ["on the right side, with a group of which nothing is known", ratio(0.91, 0.99, { unknownGroups: 1 }), "unknown"],
    ["beyond, with a group of which nothing is known", ratio(0.2, 0.5, { unknownGroups: 1 }), "breach"],
    ["without a value", ratio(null, null), "unknown"],
  ] as const)("%s", (_, disparity, status) => {
    expect(judged([line], [audit("au-1", { judged: [disparity] })])).toMatchObject([{ status, audit: "au-1" }]);
  });

  it("a difference is to stay small", () => {
    const small = { ...line, disparity: "equalOpportunityDifference", appetite: 0.05, tolerance: 0.1 } as const;
    const at = (low: number, high: number) =>
      judged(
        [small],
        [audit("au-1", { judged: [ratio(low, high, { disparity: small.disparity, kind: "difference" })] })],
      )[0]!.status;
    expect([at(0.11, 0.2), at(0.06, 0.09), at(0.01, 0.04), at(0.01, 0.2)]).toEqual([
      "breach",
      "warning",
      "ok",
      "unknown",
    ]);
  });

  it("is read from the newest audit that measured its attributes and still holds", () => {
    const good = [ratio(0.91, 0.99)];
    const bad = [ratio(0.2, 0.5)];
    const decides = (...audits: StoredRecord<AuditRecord>[]) =>
      judged([line], audits).map(({ status, audit: by }) => [status, by])[0];
    const older = audit("au-1", { judged: good });
    expect(decides()).toEqual(["unknown", null]);
    expect(decides(older, audit("au-2", { judged: bad }))).toEqual(["breach", "au-2"]);
    expect(decides(older, audit("au-2", { judged: bad }, "2026-11-21"))).toEqual(["ok", "au-1"]);
    expect(decides(older, audit("au-2", { judged: bad, attributes: ["race"] }))).toEqual(["ok", "au-1"]);
    expect(decides(older, audit("au-2", { judged: bad, system: "lending" }))).toEqual(["ok", "au-1"]);
    expect(decides(older, audit("au-2", { judged: [] }))).toEqual(["unknown", "au-2"]);
  });

  it("says whether it was approved before the data were seen", () => {
    const set = (seen: object) => judged([line], [audit("au-1", { judged: [ratio(0.2, 0.5)], ...seen })])[0]!.limitSet;
    expect(set({})).toBe("unknown");
    expect(set({ dataSeenOn: "2026-11-20" })).toBe("before-the-data");
    expect(set({ dataSeenOn: "2026-03-02" })).toBe("after-the-data");
  });

  it("is one of its system's, and of no other", () => {
    const other = { ...line, scope: { system: "lending" } };
    expect(judged([line, other], [], "lending")).toMatchObject([{ system: "lending" }]);
    expect(judged([line, other], [])).toHaveLength(2);
  });
});
