import { z } from "zod";
import { provenance } from "./heat-map.ts";
import { matrixReport } from "./matrix-report.ts";
import { limitStatuses } from "./record.ts";
import { score } from "./score-report.ts";

const standing = z.object({
  inherent: score.nullable(),
  residual: score.nullable(),
  target: score.nullable(),
  /** Of the residual score against the line of the risk. */
  status: z.enum([...limitStatuses]),
});

/** Answer of POST /v1/settings/plan: what other settings would do to the register. Nothing is stored. */
export const settingsPlan = provenance.extend({
  /** Risks in use. */
  risks: z.int(),
  /** What keeps the settings from being stored, such as a level that a risk is rated by and the scale has not. */
  refusals: z.array(z.object({ path: z.string(), what: z.string(), remedy: z.string() })),
  /** Risks whose place, score, band or status would change in any state, worst after the change first. */
  moves: z.array(
    z.object({
      risk: z.string(),
      name: z.string(),
      system: z.string(),
      systemName: z.string(),
      before: standing,
      after: standing,
    }),
  ),
  /** Risks whose scenario would put them into another band than their rating does. */
  disagreements: z.array(matrixReport.shape.disagreements.element.extend({ name: z.string() })),
});
export type SettingsPlan = z.infer<typeof settingsPlan>;
