import type { ComponentType } from "react";
import type { StoredStudy, StudyKind } from "../../../src/contract/study.ts";
import { AhpEditor } from "./ahp/ahp-editor.tsx";
import { FactorsEditor } from "./factors/factors-editor.tsx";
import { FmeaEditor } from "./fmea/fmea-editor.tsx";
import { WeighEditor } from "./weigh/weigh-editor.tsx";

interface StudyEditorProps {
  /** Null for a study that nobody has kept yet. */
  readonly stored: StoredStudy | null;
  readonly system: string;
  /** Why nothing may be changed now; null where it may. */
  readonly closed: string | null;
}

/** The sheet that each kind of study is filled in on. */
export const studyEditors: Readonly<Record<StudyKind, ComponentType<StudyEditorProps>>> = {
  ahp: AhpEditor,
  fmea: FmeaEditor,
  weigh: WeighEditor,
  factors: FactorsEditor,
};
