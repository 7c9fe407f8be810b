import { expect, test } from "vitest";
import { atoms } from "../stats/atoms.ts";
import { drawBeta } from "../stats/draw-beta.ts";
import { drawGamma } from "../stats/draw-gamma.ts";
import { drawPoisson } from "../stats/draw-poisson.ts";
import { gamma } from "../stats/gamma.ts";
import { scaledBeta } from "../stats/scaled-beta.ts";
import { streamKey } from "../stats/stream-key.ts";
import { frequencyFigure } from "./frequency-posterior.ts";
import { residualFrequency } from "./residual-frequency.ts";

/** 2 events a year before controls, of which the controls leave a fifth. */
const claimed = {
  inherent: gamma({ shape: 4, rate: 2 }),
  left: [scaledBeta({ alpha: 4, beta: 16, min: 0, max: 1 })],
  contradictionAt: 0.05,
};
const after = (count: number, exposure: number) =>
  residualFrequency({ ...claimed, history: [{ kind: "events", observation: { id: "a", count, exposure } }] });

test("without a history the residual is what inherent × controls derive, certain or not", () => {
  const { derived, learned, seen, finding } = residualFrequency({ ...claimed, history: [{ kind: "tick", kept: 0.5 }] });
  expect(derived.estimate).toBeCloseTo(0.4, 12);
  expect([learned, seen, finding]).toEqual([null, null, null]);
  const certain = residualFrequency({ ...claimed, inherent: atoms([2]), left: [atoms([0.5])], history: [] });
  expect(certain.derived).toEqual({ estimate: 1, low: 1, high: 1, level: 0.9 });
});

test("the prior of what is learned has the quantiles that are derived", () => {
  const { derived, learned } = after(0, 0);
  const figure = frequencyFigure(learned!.belief)!;
  expect(figure.low / derived.low).toBeCloseTo(1, 6);
  expect(figure.high / derived.high).toBeCloseTo(1, 6);
});

test("what is seen behind the controls is not credited with them again", () => {
  // 400 events in 1000 years are 0.4 a year, whatever the controls are said to leave.
  const { learned, seen } = after(400, 1000);
  const believed = frequencyFigure(learned!.belief)!.estimate;
  expect(believed).toBeCloseTo(0.4, 2);
  expect(seen!.estimate).toBeCloseTo(0.4, 2);
  const creditedTwice = believed * claimed.left[0]!.mean;
  expect(creditedTwice).toBeLessThan(seen!.low / 3);
});

test("many more events than the controls allow are a finding on them, with both figures", () => {
  const { derived, seen, learned, finding } = after(8, 2);
  expect(finding).toMatchObject({ code: "controls-below-credit" });
  expect(finding!.probability).toBeLessThan(0.001);
  expect(finding!.message).toMatch(/^8 events in 2 years, where inherent × controls expect 0\.8: probability /);
  expect(derived.high).toBeLessThan(seen!.estimate);
  expect(frequencyFigure(learned!.belief)!.estimate).toBeGreaterThan(derived.estimate);
});

test("none in a long time is a finding too, which can also mean that events go unseen", () => {
  expect(after(0, 3).finding).toBeNull();
  expect(after(0, 60).finding).toMatchObject({ code: "controls-above-credit" });
  expect(after(0, 60).finding!.message).toContain("or events go unseen");
});

test("time makes no finding go", () => {
  const seen = { kind: "events", observation: { id: "a", count: 8, exposure: 2 } } as const;
  const faded = residualFrequency({ ...claimed, history: [seen, { kind: "tick", kept: 0.01 }] });
  expect(faded.finding).toEqual(after(8, 2).finding);
  expect(frequencyFigure(faded.learned!.belief)!.high).toBeGreaterThan(
    frequencyFigure(after(8, 2).learned!.belief)!.high,
  );
});

test("where inherent × controls hold, a finding is false no oftener than its level", () => {
  const stream = streamKey(3, "contradictions");
  const runs = 4000;
  const codes = new Map<number, string | undefined>();
  const codeOf = (count: number) => {
    if (!codes.has(count)) codes.set(count, after(count, 12).finding?.code);
    return codes.get(count);
  };
  let [below, above] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const rate = (drawGamma(stream, 4) / 2) * drawBeta(stream, 4, 16);
    const code = codeOf(drawPoisson(stream, rate * 12));
    if (code === "controls-below-credit") below++;
    if (code === "controls-above-credit") above++;
  }
  // 0.05 and four standard errors.
  expect(below / runs).toBeLessThan(0.064);
  expect(below / runs).toBeGreaterThan(0.015);
  expect(above / runs).toBeLessThan(0.064);
});

test("what is certain cannot learn", () => {
  expect(() =>
    residualFrequency({
      ...claimed,
      inherent: atoms([2]),
      left: [atoms([0.5])],
      history: [{ kind: "events", observation: { id: "a", count: 1, exposure: 1 } }],
    }),
  ).toThrow("what is certain cannot learn");
});
