import type { AuditProfile } from "../../contract/audit-report.ts";
import type { DecisionCube } from "../../engine/fairness/cube/decision-cube.ts";
import { groupAttributes } from "../../engine/fairness/group/group.ts";
import { fourFifths } from "../../engine/fairness/profile/four-fifths.ts";
import { localLaw144 } from "../../engine/fairness/profile/local-law144.ts";
import { type DecisionRule, outcomeTable } from "../../engine/fairness/rate/outcome-table.ts";

/**
 * The tables of a rule of law, as data: it judges nothing.
 *
 * four-fifths: one for each attribute and each pair. ll144: by the first two attributes, sex and race or ethnicity; of
 * selections where there are decisions, else of scores.
 *
 * @throws RangeError when ll144 has not two attributes, or has neither decisions nor exact scores
 */
export function auditProfile(
  cube: DecisionCube,
  {
    name,
    attributes,
    rule,
    favourable,
  }: {
    readonly name: "four-fifths" | "ll144";
    readonly attributes: readonly string[];
    readonly rule: DecisionRule;
    readonly favourable: string | null;
  },
): AuditProfile {
  if (cube.positiveLabel === null)
    throw new RangeError(`profile ${name} in a regression; it asks for decisions, which a regression has not`);
  if (name === "four-fifths") {
    return {
      name,
      tables: groupAttributes(attributes, 2).map((chosen) => {
        const { rows, reference, unknownApplicants } = fourFifths(outcomeTable(cube, chosen, rule));
        return { attributes: chosen, reference, unknownApplicants, rows: [...rows] };
      }),
    };
  }
  const [sex, race] = attributes;
  if (sex === undefined || race === undefined)
    throw new RangeError("ll144 without two attributes; name sex and race or ethnicity, in that order");
  if (favourable === null && cube.scores.kind === "none")
    throw new RangeError("ll144 without decisions and without scores; name them by --decision or --score");
  const basis = favourable === null ? ({ kind: "scoring-rate" } as const) : ({ kind: "selection-rate", rule } as const);
  const { tables, ...found } = localLaw144(cube, { attributes: [sex, race], basis });
  return {
    name,
    ...found,
    tables: tables.map(({ attributes: chosen, rows, unknown }) => ({
      attributes: [...chosen],
      unknown,
      rows: [...rows],
    })),
  };
}
