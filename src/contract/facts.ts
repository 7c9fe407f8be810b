import { z } from "zod";

const calibrationQuestion = z.object({
  id: z.string(),
  question: z.string(),
  truth: z.number(),
  /** "year" for a date, "" for a pure number. */
  unit: z.string(),
  source: z.string(),
});
export type CalibrationQuestion = z.infer<typeof calibrationQuestion>;

/** Answer of GET /v1/facts/calibration-questions: two sets to practise 90 % intervals on. */
export const calibrationQuestionSets = z.object({
  first: z.array(calibrationQuestion),
  second: z.array(calibrationQuestion),
});
export type CalibrationQuestionSets = z.infer<typeof calibrationQuestionSets>;

/** Answer of GET /v1/facts/incidents: what public cases came to; amounts only of what is final, and never a frequency. */
export const incidentFacts = z.object({
  /** The day on which the status of every case was last looked up. */
  knownOn: z.string(),
  amounts: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      actor: z.string(),
      what: z.string(),
      kind: z.string(),
      harm: z.string(),
      amount: z.object({ value: z.number(), currency: z.string(), basis: z.enum(["stored", "recalled"]) }),
      caveat: z.string().optional(),
      sources: z.array(z.string()),
    }),
  ),
  /** Cases whose amount does not count, by the reason. */
  leftOut: z.array(z.object({ reason: z.string(), count: z.int() })),
});
export type IncidentFacts = z.infer<typeof incidentFacts>;
