import { expect, test } from "vitest";
import { addDecision, cubeOfDraft, draftCube } from "../cube/cube-draft.ts";
import { funnelStages } from "./funnel-stages.ts";

const stages = ["applied", "interviewed", "offered"];
const settings = { comparison: "between-groups", level: 0.95, seed: 1, draws: 99 } as const;

function funnel(counts: { readonly [sex: string]: readonly number[] }, weight?: (k: number) => number) {
  const draft = draftCube({
    attributes: ["sex"],
    task: { kind: "classification", positiveLabel: "1" },
    scores: "none",
    weights: weight ? "given" : "none",
  });
  for (const [sex, reached] of Object.entries(counts)) {
    for (const [k, n] of reached.entries())
      for (let i = 0; i < n; i++)
        addDecision(draft, { values: { sex }, decision: stages[k]!, weight: weight?.(i) ?? 1 });
  }
  return cubeOfDraft(draft);
}

test("each stage counts those who came to it; the whole way is last", () => {
  const result = funnelStages(funnel({ f: [60, 32, 8], m: [40, 34, 26] }), ["sex"], stages, settings);
  expect(result.map(({ from, to }) => `${from} ${to}`)).toEqual([
    "applied interviewed",
    "interviewed offered",
    "applied offered",
  ]);
  expect(result.map(({ groups }) => groups.map(({ entered, passed }) => [entered, passed]))).toEqual([
    [
      [100, 40],
      [100, 60],
    ],
    [
      [40, 8],
      [60, 26],
    ],
    [
      [100, 8],
      [100, 26],
    ],
  ]);
  expect(result.map(({ disparity }) => disparity.estimate?.toFixed(4))).toEqual(["0.6667", "0.4615", "0.3077"]);
  expect(result[2]!.groups[0]!.rate).toMatchObject({ estimate: 0.08, method: "wilson" });
});

test("two stages are one step; a decision that is none is refused", () => {
  expect(funnelStages(funnel({ f: [6, 4], m: [5, 5] }), ["sex"], stages.slice(0, 2), settings)).toHaveLength(1);
  expect(() => funnelStages(funnel({ f: [6, 4, 1] }), ["sex"], stages.slice(0, 2), settings)).toThrow(
    "decision not a stage: offered; the stages are applied, interviewed",
  );
});

test("with weights: weighted rates, of fewer effective rows", () => {
  const counts = { f: [60, 32, 8], m: [40, 34, 26] };
  const [plain] = funnelStages(funnel(counts), ["sex"], stages, settings);
  const [even] = funnelStages(
    funnel(counts, () => 3),
    ["sex"],
    stages,
    settings,
  );
  expect(even!.groups[0]!.rate).toMatchObject({ ...plain!.groups[0]!.rate, method: "wilson-effective-n" });
  expect(even!.disparity.estimate).toBeCloseTo(plain!.disparity.estimate!, 12);
  const [uneven] = funnelStages(
    funnel(counts, (k) => 1 + 4 * (k % 2)),
    ["sex"],
    stages,
    settings,
  );
  const width = (rate: NonNullable<typeof plain>["groups"][number]["rate"]) =>
    rate.estimate === null ? Number.NaN : rate.high - rate.low;
  expect(width(uneven!.groups[0]!.rate)).toBeGreaterThan(1.1 * width(plain!.groups[0]!.rate));
  expect(uneven!.groups[0]).toMatchObject({ entered: 100, passed: 40 });
});
