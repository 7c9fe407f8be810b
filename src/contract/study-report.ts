import { z } from "zod";
import { type AhpReport, ahpReport } from "./ahp-report.ts";
import { type FactorsReport, factorsReport } from "./factors-report.ts";
import { type FmeaReport, fmeaReport } from "./fmea-report.ts";
import type { StudyKind } from "./study.ts";
import { type WeighReport, weighReport } from "./weigh-report.ts";

interface ReportOf {
  ahp: AhpReport;
  weigh: WeighReport;
  fmea: FmeaReport;
  factors: FactorsReport;
}

/** Null where the study cannot be computed yet; then the reason says what it lacks. */
interface Answer<K extends StudyKind> {
  kind: K;
  report: ReportOf[K] | null;
  reason: string | null;
}

export type StudyReport = { [K in StudyKind]: Answer<K> }[StudyKind];

const answer = <K extends StudyKind>(kind: K, report: z.ZodType<ReportOf[K]>) =>
  z.object({ kind: z.literal(kind), report: report.nullable(), reason: z.string().nullable() });

/** Answer of GET /v1/studies/{id}/report. */
export const studyReport: z.ZodType<StudyReport> = z.discriminatedUnion("kind", [
  answer("ahp", ahpReport),
  answer("weigh", weighReport),
  answer("fmea", fmeaReport),
  answer("factors", factorsReport),
]);
