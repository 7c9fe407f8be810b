import { type Draft, draftsIn, textIn } from "./draft.ts";
import type { Finding } from "./finding.ts";

/** Controls that a risk uses while nobody says how much they take away, there or at the control. */
export function effectivenessFindings(portfolio: Draft): Finding[] {
  const unrated = new Set(
    draftsIn(portfolio.controls).flatMap(({ draft }) =>
      draft.effectiveness === undefined ? (textIn(draft, "id") ?? []) : [],
    ),
  );
  return draftsIn(portfolio.risks).flatMap(({ draft: risk, index }) =>
    draftsIn(risk.controls).flatMap(({ draft, index: use }): Finding[] => {
      const control = textIn(draft, "control");
      if (draft.effectiveness !== undefined || control === undefined || !unrated.has(control)) return [];
      return [
        {
          path: ["risks", index, "controls", use, "effectiveness"],
          what: `control "${control}" has no effectiveness, neither here nor of its own`,
          remedy: "add `effectiveness: …` here or to the control",
        },
      ];
    }),
  );
}
