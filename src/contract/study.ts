import { z } from "zod";
import { ahpFile } from "./ahp-file.ts";
import { page, stored } from "./detail.ts";
import { factorsFile } from "./factors-file.ts";
import { fmeaFile } from "./fmea-file.ts";
import { line, slug, text } from "./primitive.ts";
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
/** A study that was taken out of use says why, where somebody did; no request sets that but the one that retires it. */
export type Study = z.infer<typeof study> & { retiredBecause?: string | undefined };
export type StudyKind = Study["kind"];

/** What DELETE /v1/studies/{id} may be given. */
export const studyRetirement = z.strictObject({ reason: text.optional().describe("Why it is taken out of use.") });

const standing = {
  /** Id of who changed it last. */
  changedBy: z.string().nullable(),
  /** Day on which it was taken out of use; null while it is in use. */
  retiredOn: z.string().nullable(),
  /** Why; null where nobody said. */
  retiredBecause: z.string().nullable(),
};

/** Answer of GET /v1/studies/{id}. */
export const storedStudy = stored(study).extend(standing);
export type StoredStudy = z.infer<typeof storedStudy>;

/** A kept study as lists show it; its document is read by itself. */
const studySummary = z.object({
  id: slug,
  name: line,
  kind: z.enum(["ahp", "weigh", "fmea", "factors"]),
  system: slug.nullable(),
  version: z.int(),
  changedAt: z.string(),
  ...standing,
});
export type StudySummary = z.infer<typeof studySummary>;

/** Answer of GET /v1/studies. */
export const studyPage = page(studySummary);
export type StudyPage = z.infer<typeof studyPage>;
