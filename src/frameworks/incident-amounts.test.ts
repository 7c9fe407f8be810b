import { expect, test } from "vitest";
import { amountsFor } from "./incident-amounts.ts";
import { publicIncidents } from "./public-incidents.ts";

test("only final amounts above 0 are given, smallest first", () => {
  const { amounts } = amountsFor({});
  expect(amounts.length).toBeGreaterThan(15);
  for (const { status, amount } of amounts) {
    expect(["final", "closed"]).toContain(status);
    expect(amount.value).toBeGreaterThan(0);
  }
  const values = amounts.map(({ amount }) => amount.value);
  expect(values).toEqual([...values].sort((a, b) => a - b));
});

test.each([{}, { kinds: ["fine"] }, { harms: ["privacy"], currency: "EUR" }, { currency: "XXX" }] as const)(
  "%o: what matches is given or counted with its reason",
  (filter) => {
    const { amounts, leftOut } = amountsFor(filter);
    const counted = leftOut.reduce((sum, { count }) => sum + count, 0);
    const matching = publicIncidents.filter(
      ({ kind, harm, amount }) =>
        (!("kinds" in filter) || filter.kinds.some((one) => one === kind)) &&
        (!("harms" in filter) || filter.harms.some((one) => one === harm)) &&
        (!("currency" in filter) || amount === null || amount.currency === filter.currency),
    );
    expect(amounts.length + counted).toBe(matching.length);
    for (const { count, ids } of leftOut) expect(ids.length).toBe(count);
  },
);

test("annulled, appealed, disputed and imposed fines are left out by name", () => {
  const reasons = new Map(amountsFor({}).leftOut.map(({ reason, ids }) => [reason, ids]));
  expect(reasons.get("annulled")).toEqual(["inc-007"]);
  expect(reasons.get("appealed")).toEqual(["inc-034"]);
  expect(reasons.get("in litigation")).toEqual(["inc-006"]);
  expect(reasons.get("collection disputed")).toEqual(["inc-002"]);
  expect(reasons.get("imposed")).toEqual(["inc-003", "inc-005", "inc-004", "inc-018"].sort(byDate));
  expect(reasons.get("approved in part")).toEqual(["inc-023"]);
});

const byDate = (a: string, b: string) => dateOf(a).localeCompare(dateOf(b));
const dateOf = (id: string) => publicIncidents.find((incident) => incident.id === id)!.date;
