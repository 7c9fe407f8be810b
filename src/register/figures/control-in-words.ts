import { meanEffectiveness } from "../../engine/scoring/mean-effectiveness.ts";
import type { ControlInUse, ScoreStep } from "../../engine/scoring/risk-score.ts";

/** What a control takes away in a step, and the shares that make it up, such as "takes 60 % of the events: …". */
export function controlInWords(
  { control, acts = "frequency", meanEffectiveness: taken = 0 }: ScoreStep,
  controls: readonly ControlInUse[],
): string {
  const takes = `takes ${percent(taken)} of ${whatIsTaken[acts]}`;
  const used = controls.find((each) => each.control === control && each.acts === acts);
  if (used === undefined) return takes;
  const { coverage, reliability, mechanism, effectiveness } = used;
  const shares = [
    `${percent(meanEffectiveness(effectiveness))} of what it sees`,
    ...(coverage === undefined ? [] : [`sees ${percent(meanEffectiveness(coverage, "coverage"))}`]),
    ...(reliability === undefined
      ? []
      : [`works ${percent(meanEffectiveness(reliability, "reliability"))} of the time`]),
  ];
  const alike = controls.filter(
    (each) => mechanism !== undefined && each.mechanism === mechanism && each.acts === acts,
  );
  return [
    shares.length > 1 ? `${takes}: ${shares.join(", ")}` : takes,
    ...(alike.length > 1 ? [`of those that work by ${mechanism!.replaceAll("-", " ")} only the strongest counts`] : []),
  ].join("; ");
}

const whatIsTaken = {
  frequency: "the events",
  loss: "the loss of each event",
  secondary: "the secondary losses",
} as const satisfies Record<ControlInUse["acts"], string>;

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
