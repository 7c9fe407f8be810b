import { z } from "zod";

const share = z.number();
const cell = z.object({ likelihood: z.int(), impact: z.int(), band: z.string(), low: z.number(), high: z.number() });
const breach = z.object({
  axiom: z.enum(["weak-consistency", "betweenness", "consistent-colouring"]),
  cell,
  /** The cell it cannot stand beside; null where its own colour does not fit. */
  beside: cell.nullable(),
  message: z.string(),
});
const ranking = z.object({
  density: z.enum(["uniform", "log-uniform"]),
  /** Share of all pairs of risks that the bands order wrong, and that they do not tell apart. */
  wrong: share,
  tied: share,
  /** The same of the score (product or sum of levels) in place of the band. */
  scoreWrong: share,
  scoreTied: share,
});
const bands = z.array(z.array(z.string()));

/** Answer of `plimsoll matrix check FILE --json`. A cell's low and high are losses a year. */
export const matrixReport = z.object({
  likelihood: z.array(z.object({ name: z.string(), from: z.number(), to: z.number() })),
  impact: z.array(z.object({ name: z.string(), from: z.number(), to: z.number() })),
  bandNames: z.array(z.string()),
  bands,
  axioms: z.object({
    weakConsistency: z.enum(["holds", "broken"]),
    betweenness: z.enum(["holds", "broken"]),
    consistentColouring: z.enum(["holds", "broken"]),
  }),
  /** Cells that offend against an axiom. */
  breaches: z.array(breach),
  /** Cells that only the stated severity floor makes offend: deliberate, and no finding. */
  departures: z.array(breach),
  ranking: z.array(ranking),
  compression: z.array(
    z.object({
      band: z.string(),
      cells: z.int(),
      low: z.number(),
      high: z.number(),
      /** high ÷ low; null where the band reaches down to nothing. */
      factor: z.number().nullable(),
    }),
  ),
  /** Risks whose scenario puts them in another band than their rating does. */
  disagreements: z.array(
    z.object({
      risk: z.string(),
      rated: z.object({ likelihood: z.int(), impact: z.int(), band: z.string() }),
      byScenario: z.object({ likelihood: z.int(), impact: z.int(), band: z.string() }),
    }),
  ),
  /** Bands that fulfil the axioms on these levels, with the floor; null where none are known, or these are they. */
  proposal: z.object({ bands, changed: z.int(), ranking: z.array(ranking) }).nullable(),
  findings: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type MatrixReport = z.infer<typeof matrixReport>;
