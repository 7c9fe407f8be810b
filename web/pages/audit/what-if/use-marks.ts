import { useEffect, useRef, useState } from "react";
import type { ThresholdMark } from "../../../../src/engine/fairness/threshold/threshold-marks.ts";
import type { ThresholdSweep } from "../../../../src/engine/fairness/threshold/threshold-sweep.ts";

/** What a wrong decision costs. */
export interface Costs {
  readonly falsePositiveCost: number;
  readonly falseNegativeCost: number;
}

export interface MarksQuestion {
  readonly key: number;
  readonly sweeps: readonly ThresholdSweep[];
  readonly costs: Costs;
}

export interface MarksReport {
  readonly key: number;
  readonly marks: readonly ThresholdMark[];
  readonly tookMs: number;
}

/** The thresholds that would serve each aim, sought beside the page; undefined until they are found. */
export function useMarks(
  sweeps: readonly ThresholdSweep[],
  { falsePositiveCost, falseNegativeCost }: Costs,
): readonly ThresholdMark[] | undefined {
  const [found, setFound] = useState<{ of: readonly ThresholdSweep[]; marks: readonly ThresholdMark[] }>();
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  useEffect(() => {
    worker.current ??= new Worker(new URL("./marks-worker.ts", import.meta.url), { type: "module", name: "marks" });
    const key = ++asked.current;
    worker.current.onmessage = ({ data }: MessageEvent<MarksReport>) => {
      if (data.key !== asked.current) return;
      performance.measure("plimsoll-threshold-marks", {
        start: performance.now() - data.tookMs,
        duration: data.tookMs,
      });
      setFound({ of: sweeps, marks: data.marks });
    };
    const question: MarksQuestion = { key, sweeps, costs: { falsePositiveCost, falseNegativeCost } };
    worker.current.postMessage(question);
  }, [sweeps, falsePositiveCost, falseNegativeCost]);
  return found?.of === sweeps ? found.marks : undefined;
}
