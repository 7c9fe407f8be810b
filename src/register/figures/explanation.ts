import type { Explanation } from "../../contract/detail.ts";
import type { RiskScore, ScoreStep } from "../../engine/scoring/risk-score.ts";
import { controlInWords } from "./control-in-words.ts";
import type { RegisterFigures } from "./register-figures.ts";

/** Why a score is what it is, each step in words: what it rests on and where the risk stands after it. */
export function explanation(figures: RegisterFigures, id: string): Explanation {
  const score = figures.scores.get(id)!;
  return {
    steps: score.steps.map((step) => ({
      kind: step.kind,
      label: label(figures, step),
      ...detail(figures, id, { score, step }),
      control: step.control ?? null,
      meanEffectiveness: step.meanEffectiveness ?? null,
      after: step.after,
    })),
    findings: score.findings.map(({ code, state, message }) => ({ code, state, message })),
  };
}

function label(figures: RegisterFigures, step: ScoreStep): string {
  switch (step.kind) {
    case "inherent":
      return "Inherent";
    case "residual":
      return "Residual now";
    case "target":
      return "Target";
    case "judgement":
      return "Judged instead";
    case "working-control":
    case "planned-control":
      return figures.state.controls.get(step.control!)?.record.name ?? step.control!;
    default: {
      const unnamed: never = step.kind;
      return unnamed;
    }
  }
}

type Detail = Pick<Explanation["steps"][number], "detail" | "day">;

function detail(figures: RegisterFigures, id: string, { score, step }: { score: RiskScore; step: ScoreStep }): Detail {
  const place = `${step.after.likelihood} ${figures.scale.likelihood[step.after.likelihood - 1]!.name} × ${step.after.impact} ${figures.scale.impact[step.after.impact - 1]!.name}`;
  const control = step.control === undefined ? undefined : figures.state.controls.get(step.control)?.record;
  const takes = controlInWords(step, figures.inputs.get(id)!.controls);
  switch (step.kind) {
    case "working-control":
      return { detail: takes, day: null };
    case "planned-control":
      return control?.due === undefined
        ? { detail: `${takes}; planned, no date`, day: null }
        : { detail: `${takes};`, day: { words: "planned for", on: control.due } };
    case "judgement": {
      const judged = figures.state.risks.get(id)!.record.residual!;
      return {
        detail: `by ${figures.personName(judged.by)}: ${judged.reason};`,
        day: { words: "to be reviewed by", on: judged.reviewBy },
      };
    }
    case "inherent":
      return { detail: `${place}${score.source === "scenario" ? ", from its scenario" : ", as rated"}`, day: null };
    case "residual":
      return {
        detail: `${place}, ${score.residual?.basis === "judged" ? "judged" : "derived from working controls"}`,
        day: null,
      };
    case "target":
      return score.targetBy === null
        ? { detail: place, day: null }
        : { detail: `${place},`, day: { words: "by", on: score.targetBy } };
    default: {
      const unnamed: never = step.kind;
      return unnamed;
    }
  }
}
