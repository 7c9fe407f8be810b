import { useEffect, useRef, useState } from "react";
import type { ThresholdMark } from "../../../../src/engine/fairness/threshold/threshold-marks.ts";
import type { ThresholdSweep } from "../../../../src/engine/fairness/threshold/threshold-sweep.ts";
import type { Costs, MarksQuestion, MarksReport } from "./marks-question.ts";

export interface SoughtMarks {
  /** Of these sweeps; at other costs those before stay until they are found again. */
  readonly marks: readonly ThresholdMark[] | undefined;
  /** Why they could not be found. */
  readonly mistake: string | null;
}

/** The thresholds that would serve each aim, sought beside the page. */
export function useMarks(
  sweeps: readonly ThresholdSweep[],
  { falsePositiveCost, falseNegativeCost }: Costs,
): SoughtMarks {
  const [found, setFound] = useState<{ of: readonly ThresholdSweep[]; marks: readonly ThresholdMark[] }>();
  const [mistake, setMistake] = useState<string | null>(null);
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
      setMistake(null);
    };
    worker.current.onerror = (event) => setMistake(event.message || "the search ended early");
    const question: MarksQuestion = { key, sweeps, costs: { falsePositiveCost, falseNegativeCost } };
    worker.current.postMessage(question);
  }, [sweeps, falsePositiveCost, falseNegativeCost]);
  return { marks: found?.of === sweeps ? found.marks : undefined, mistake };
}
