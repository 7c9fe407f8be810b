import { expect, test } from "vitest";
import type { Change } from "../../contract/heat-map.ts";
import { shiftWords } from "./change-words.ts";

const shift = (part: Partial<NonNullable<Change["shift"]>>) =>
  shiftWords({ risk: "r", riskName: "R", before: 15, after: 20, status: "breach", others: 0, ...part });

test("what an event did to a score", () => {
  expect(shift({})).toEqual({ lead: "15 to", score: "20", kind: "breach", others: null });
  expect(shift({ before: 20 })).toMatchObject({ lead: "stays", score: "20" });
  expect(shift({ before: null })).toMatchObject({ lead: "first", score: "20" });
  expect(shift({ status: "unknown" })).toMatchObject({ score: "20", kind: "unlined" });
  expect(shift({ after: null })).toMatchObject({ lead: "rating withdrawn", score: null, kind: "unknown" });
  expect(shift({ before: null, after: null })).toMatchObject({ lead: "not rated" });
  expect(shift({ others: 2 })).toMatchObject({ others: "+2 more" });
  expect(shiftWords(null)).toBeNull();
});
