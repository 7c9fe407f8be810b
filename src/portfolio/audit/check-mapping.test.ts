import { expect, test } from "vitest";
import { checkMapping } from "./check-mapping.ts";

test.each([
  [{ protected: ["sex", "sex"] }, 'column "sex" named twice: as protected and as protected'],
  [{ protected: ["sex"], control: ["dept", "sex"] }, 'column "sex" named twice: as protected and as control'],
  [{ protected: ["sex"], decision: "sex" }, 'column "sex" named twice: as protected and as decision'],
  [{ protected: ["sex"], control: ["y"], label: "y" }, 'column "y" named twice: as control and as label'],
  [{ protected: ["at"], time: { column: "at", every: "month" as const } }, 'column "at" named twice'],
])("%j is refused", (mapping, message) => {
  expect(() => checkMapping(mapping)).toThrow(message);
});

test("a decision that is its own label, or its score, is no mistake", () => {
  expect(() => checkMapping({ protected: ["sex"], label: "y", decision: "y", score: "y" })).not.toThrow();
});
