import { z } from "zod";
import { ahpFile } from "./ahp-file.ts";
import { page } from "./detail.ts";
import { factorsFile } from "./factors-file.ts";
import { fmeaFile } from "./fmea-file.ts";
import { line, slug } from "./primitive.ts";
import { weighFile } from "./weigh-file.ts";

const about = {
  id: slug,
  name: line,
  system: slug.optional().describe("Id of the system that it is about."),
};

/** Structured scoring kept in the register: the same document as the command of its kind reads from a file. */
export const study = z.discriminatedUnion("kind", [
  z.strictObject({ ...about, kind: z.literal("ahp"), document: ahpFile }),
  z.strictObject({ ...about, kind: z.literal("weigh"), document: weighFile }),
  z.strictObject({ ...about, kind: z.literal("fmea"), document: fmeaFile }),
  z.strictObject({ ...about, kind: z.literal("factors"), document: factorsFile }),
]);
export type Study = z.infer<typeof study>;
export type StudyKind = Study["kind"];

/** A kept study as lists show it; its document is read by itself. */
const studySummary = z.object({
  id: slug,
  name: line,
  kind: z.enum(["ahp", "weigh", "fmea", "factors"]),
  system: slug.nullable(),
  version: z.int(),
  changedAt: z.string(),
  /** Day on which it was taken out of use; null while it is in use. */
  retiredOn: z.string().nullable(),
});
export type StudySummary = z.infer<typeof studySummary>;

/** Answer of GET /v1/studies. */
export const studyPage = page(studySummary);
export type StudyPage = z.infer<typeof studyPage>;
