import { expect, test } from "vitest";
import { taskDonePatch } from "./task-done.ts";

const first = { task: "Lower the cut-off", owner: "mara", due: "2026-12-01" };
const second = { task: "Test by group", owner: "tom", due: "2027-01-31", done: "2026-11-02" };
const treatment = { strategy: "mitigate" as const, plan: [first, second] };

test("marks one task and keeps the others", () => {
  expect(taskDonePatch({ treatment }, first, "2026-11-21")).toEqual({
    treatment: { plan: [{ ...first, done: "2026-11-21" }, second] },
  });
  expect(treatment.plan[0]).toEqual(first);
});

test("takes a mark back", () => {
  const { done: _, ...open } = second;
  expect(taskDonePatch({ treatment }, second, null)).toEqual({ treatment: { plan: [first, open] } });
});

test("finds the task in a plan that changed, and says where it is gone", () => {
  const changed = { ...treatment, plan: [second, { ...first, owner: "lea" }] };
  expect(taskDonePatch({ treatment: changed }, first, "2026-11-21")?.treatment.plan[1]).toEqual({
    ...first,
    owner: "lea",
    done: "2026-11-21",
  });
  expect(taskDonePatch({ treatment }, { ...first, due: "2027-05-01" }, "2026-11-21")).toBeNull();
  expect(taskDonePatch({}, first, "2026-11-21")).toBeNull();
});
