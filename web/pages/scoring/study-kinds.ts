import type { StudyKind } from "../../../src/contract/study.ts";

interface KindWords {
  readonly title: string;
  /** What the command of the kind is for, in a line. */
  readonly purpose: string;
  /** An example to run it on. */
  readonly example: string;
}

export const kindWords: Readonly<Record<StudyKind, KindWords>> = {
  ahp: {
    title: "Weights from pairs",
    purpose: "which of two weighs more, and how much",
    example: "examples/harm-weights/ahp.yaml",
  },
  fmea: {
    title: "Failure modes",
    purpose: "how it fails, and what to act on first",
    example: "examples/llm-assistant-fmea/fmea.yaml",
  },
  weigh: {
    title: "Weighted scenarios",
    purpose: "what to test first",
    example: "examples/moderation-weights/weigh.yaml",
  },
  factors: {
    title: "Factors of a risk",
    purpose: "how likely it is, and how bad",
    example: "examples/llm-factors/factors.yaml",
  },
};

export const studyKinds = Object.keys(kindWords) as StudyKind[];

export function isStudyKind(kind: string | undefined): kind is StudyKind {
  return studyKinds.some((known) => known === kind);
}
