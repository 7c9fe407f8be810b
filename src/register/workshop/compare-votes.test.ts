import { describe, expect, it } from "vitest";
import type { Vote } from "../../contract/workshop.ts";
import { agreementOfVotes, spreadOfVotes } from "./compare-votes.ts";

const vote = (by: string, risk: string, likelihood: number, impact: number): Vote => ({
  by,
  risk,
  likelihood,
  impact,
  at: "2026-11-20T09:00:00Z",
});

describe("the spread of votes", () => {
  it("is median and range, and names who lies two levels or more off", () => {
    const votes = [vote("ann", "a", 1, 3), vote("ben", "a", 3, 3), vote("cas", "a", 4, 5), vote("dev", "a", 3, 4)];
    expect(spreadOfVotes(["a", "b"], votes)).toEqual([
      {
        risk: "a",
        likelihood: { median: 3, low: 1, high: 4 },
        impact: { median: 3.5, low: 3, high: 5 },
        outliers: ["ann"],
      },
    ]);
  });

  it("of two people is the same distance for both", () => {
    expect(spreadOfVotes(["a"], [vote("ann", "a", 1, 3), vote("ben", "a", 5, 3)])[0]).toMatchObject({
      likelihood: { median: 3 },
      outliers: ["ann", "ben"],
    });
    expect(spreadOfVotes(["a"], [vote("ann", "a", 1, 3), vote("ben", "a", 4, 3)])[0]!.outliers).toEqual([]);
  });

  it("does not depend on the order of votes", () => {
    const votes = [vote("ann", "a", 5, 1), vote("ben", "a", 2, 2), vote("cas", "a", 1, 4)];
    const [first] = spreadOfVotes(["a"], votes);
    const [again] = spreadOfVotes(["a"], votes.toReversed());
    expect({ ...again, outliers: again!.outliers.toSorted() }).toEqual({
      ...first,
      outliers: first!.outliers.toSorted(),
    });
  });
});

describe("the agreement of votes", () => {
  const risks = ["a", "b", "c"];
  const ordered = (by: string, order: readonly number[]) => order.map((level, k) => vote(by, risks[k]!, level, 2));

  it("is 1 where all put the risks in one order, whatever levels they use", () => {
    const votes = [...ordered("ann", [1, 2, 3]), ...ordered("ben", [2, 4, 5])];
    expect(agreementOfVotes(["ann", "ben"], risks, votes)?.kendallW).toBe(1);
  });

  it("is 0 where two people's orders are opposite", () => {
    const votes = [...ordered("ann", [1, 2, 3]), ...ordered("ben", [3, 2, 1])];
    expect(agreementOfVotes(["ann", "ben"], risks, votes)?.kendallW).toBe(0);
  });

  it("leaves out who did not rate every risk, and says nothing of one person", () => {
    const votes = [...ordered("ann", [1, 2, 3]), ...ordered("ben", [3, 2, 1]).slice(1)];
    expect(agreementOfVotes(["ann", "ben"], risks, votes)).toBeNull();
    const three = [...votes, ...ordered("cas", [1, 2, 3])];
    expect(agreementOfVotes(["ann", "ben", "cas"], risks, three)?.kendallW).toBe(1);
  });
});
