import { z } from "zod";
import { line, text } from "./primitive.ts";

const about = {
  id: line,
  name: line.optional(),
  weight: z.number().positive().optional().describe("Beside its siblings; 1 unless given."),
  source: text.optional().describe("Where it comes from: a log, a test, who judged."),
};
const anchors = z
  .array(z.tuple([z.number(), z.number().min(0).max(1)]))
  .min(2)
  .describe("Measured value and factor from 0 to 1, rising in both.");
const raises = z
  .enum(["higher", "lower"])
  .default("higher")
  .describe("Whether more of it, or less, raises the factor.");

export type FileFactor = z.infer<typeof judged> | z.infer<typeof measured> | z.infer<typeof counted> | CombinedFactor;

const judged = z.strictObject({
  ...about,
  level: z.int().min(1).max(10),
  levels: z.int().min(2).max(10).default(5),
  criterion: text.optional(),
});
const measured = z.strictObject({
  ...about,
  value: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
  unit: line.optional(),
  anchors,
  raises,
});
const counted = z.strictObject({
  ...about,
  events: z.int().min(0),
  of: z.int().min(1),
  anchors: anchors.optional(),
  raises,
});

interface CombinedFactor {
  id: string;
  name?: string | undefined;
  weight?: number | undefined;
  source?: string | undefined;
  how: "weighted" | "worst" | "product";
  parts: FileFactor[];
}
const combined: z.ZodType<CombinedFactor> = z.strictObject({
  ...about,
  how: z.enum(["weighted", "worst", "product"]).default("weighted"),
  get parts() {
    return z.array(factor).min(1).max(50);
  },
});

const factor: z.ZodType<FileFactor> = z.union([judged, measured, counted, combined]);

/** Likelihood and impact of a risk, decomposed into factors, as `plimsoll factors` reads them. */
export const factorsFile = z.strictObject({
  title: line.optional(),
  description: text.optional(),
  risk: line.optional().describe("Id of the risk that they are of."),
  levels: z
    .strictObject({ likelihood: z.int().min(2).max(10), impact: z.int().min(2).max(10) })
    .default({ likelihood: 5, impact: 5 }),
  likelihood: factor,
  impact: factor,
});
export type FactorsFile = z.infer<typeof factorsFile>;
