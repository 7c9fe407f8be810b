import { expect, test } from "vitest";
import { stateAfter, type WorkshopAct, type WorkshopState } from "./workshop-state.ts";

const acts: WorkshopAct[] = ["vote", "reveal", "revise", "close", "drop"];

test.each<[WorkshopState, ...(WorkshopState | null)[]]>([
  //            vote    reveal      revise      close     drop
  ["open", "open", "revealed", null, null, "open"],
  ["revealed", null, null, "revealed", "closed", "revealed"],
  ["closed", null, null, null, null, null],
])("a workshop that is %s", (state, ...expected) => {
  expect(acts.map((act) => stateAfter(state, act))).toEqual(expected);
});

test("votes stay blind: none is cast once any can be seen, and none is seen while any can be cast", () => {
  const states: WorkshopState[] = ["open", "revealed", "closed"];
  for (const state of states) {
    const reached = new Set<WorkshopState>();
    const visit = (from: WorkshopState) => {
      if (reached.has(from)) return;
      reached.add(from);
      for (const act of acts) {
        const to = stateAfter(from, act);
        if (to !== null) visit(to);
      }
    };
    visit(state);
    expect(reached.has("open"), state).toBe(state === "open");
    expect(stateAfter(state, "vote") !== null, state).toBe(state === "open");
  }
});
