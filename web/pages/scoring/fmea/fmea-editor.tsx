import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import { formatNumber, plural } from "../../../../src/chart/series/format-number.ts";
import { rateModes } from "../../../../src/contract/structured/rate-modes.ts";
import type { StoredStudy } from "../../../../src/contract/study.ts";
import { StudyFrame } from "../study-frame.tsx";
import { modesHeadline } from "../study-headline.ts";
import { useFreeId } from "../use-free-id.ts";
import { useSaveStudy } from "../use-save-study.ts";
import { type StudyDraft, useStudyDraft } from "../use-study-draft.ts";
import { CriteriaPanel } from "./criteria-panel.tsx";
import { type FmeaSheet, readSheet, sheetOfModes, withNewMode } from "./fmea-draft.ts";
import { FmeaGrid } from "./fmea-grid.tsx";
import { ModeDetails } from "./mode-details.tsx";
import { withText } from "./paste-block.ts";
import { sheetColumns } from "./sheet-columns.ts";
import "../sheet.css";
import "./failure-modes.css";

interface FmeaEditorProps {
  /** Null for a study that nobody has kept yet. */
  readonly stored: StoredStudy | null;
  readonly system: string;
  readonly closed: string | null;
}

/** Failure modes as a sheet: every figure follows while it is typed. */
export function FmeaEditor({ stored, system, closed }: FmeaEditorProps) {
  const draftOf = useMemo(() => draftMaker(system), [system]);
  const work = useStudyDraft<FmeaSheet>(stored, draftOf);
  const { begun, draft, change, undo, beginOn } = work;
  const { state: saving, save, dismiss } = useSaveStudy();
  const [tried, setTried] = useState<"not-yet" | "tried">("not-yet");
  const [place, setPlace] = useState({ row: 0, column: 0 });
  const navigate = useNavigate();
  const freeId = useFreeId();

  const base = useMemo(() => baseOf(begun), [begun]);
  const read = useMemo(() => readSheet(draft.sheet, base), [draft.sheet, base]);
  // Thousands of modes take half a second: what is typed does not wait for them.
  const rated = useDeferredValue(read.rated);
  const figures = useMemo(() => figuresOf(rated), [rated]);
  const row = Math.min(place.row, draft.sheet.modes.length - 1);
  const mode = draft.sheet.modes[row];
  const column = sheetColumns[place.column]!;
  const rating =
    column.edits === "id" || column.edits === null ? ({ when: "now", field: "severity" } as const) : column.edits;
  const id = begun?.record.id ?? freeId(draft.name, "failure-modes");
  const missing =
    draft.name.trim() === ""
      ? "the study has no name"
      : draft.sheet.modes.length === 0
        ? "there is no failure mode; add one"
        : (read.mistakes.values().next().value ??
          (read.missing > 0 ? `${formatNumber(read.missing)} ${plural("cell", read.missing)} to be filled in` : null));

  const changeSheet = (sheet: FmeaSheet, field?: string) => {
    if (saving.kind === "saved" || saving.kind === "refused") dismiss();
    change({ sheet }, field);
  };
  const submit = async (version: number | null) => {
    setTried("tried");
    if (missing !== null || read.document === null) return;
    const about = { id, name: draft.name.trim(), ...(draft.system !== "" && { system: draft.system }) };
    const kept = await save({ ...about, kind: "fmea", document: read.document }, version);
    if (kept === null) return;
    setTried("not-yet");
    beginOn(kept);
    if (begun === null) void navigate({ to: "/scoring/$id", params: { id }, replace: true });
  };

  return (
    <StudyFrame
      kind="fmea"
      work={work}
      saving={saving}
      closed={closed}
      missing={missing}
      tried={tried}
      onSave={(version) => void submit(version)}
      onDismiss={dismiss}
      file={read.document && { name: `${id}.fmea.json`, text: `${JSON.stringify(read.document, null, 2)}\n` }}
    >
      <div className="sheet-columns">
        <div className="sheet-side">
          <section className="block sheet-block" aria-labelledby="modes-finding">
            <header>
              <div>
                <h2 className="finding" id="modes-finding">
                  {modesHeadline(figures.report)}
                </h2>
                <p className="measure">
                  Severity, occurrence, detection from 1 to 10; occurrence may be a count such as 31/4200, detection
                  such as 148/200. Action priority by AIAG & VDA 2019
                </p>
              </div>
            </header>
            <FmeaGrid
              sheet={draft.sheet}
              figures={figures.byKey}
              mistakes={read.mistakes}
              place={{ row, column: place.column }}
              closed={closed}
              onPlace={setPlace}
              onChange={changeSheet}
              onUndo={undo}
            />
            {closed === null ? (
              <p className="actions sheet-tools">
                <button
                  type="button"
                  className="button"
                  onClick={() => {
                    changeSheet(withNewMode(draft.sheet));
                    setPlace({ row: draft.sheet.modes.length, column: 0 });
                  }}
                >
                  Add a failure mode
                </button>
                <button
                  type="button"
                  className="button"
                  disabled={figures.report.modes.length < 2}
                  onClick={() => changeSheet(inOrderOfRank(draft.sheet, figures.byKey))}
                >
                  Put in order of rank
                </button>
              </p>
            ) : null}
            <SheetWarnings warnings={figures.report.warnings} />
          </section>
          {mode ? (
            <ModeDetails
              key={mode.key}
              mode={mode}
              system={draft.system}
              figures={figures.byKey.get(mode.key)}
              mistakes={read.mistakes}
              closed={closed}
              onChange={(next, field) =>
                changeSheet(withMode(draft.sheet, next), field === "" ? "" : `${mode.key} ${field}`)
              }
              onDelete={() => changeSheet({ modes: draft.sheet.modes.filter(({ key }) => key !== mode.key) })}
            />
          ) : null}
        </div>
        {mode ? (
          <CriteriaPanel
            mode={mode}
            edits={rating}
            figures={figures.byKey.get(mode.key)}
            closed={closed}
            onRate={(text, how) =>
              changeSheet(
                withMode(draft.sheet, withText(mode, rating, text)),
                how === "typed" ? `${mode.key} ${rating.when} ${rating.field}` : "",
              )
            }
          />
        ) : null}
      </div>
    </StudyFrame>
  );
}

function draftMaker(system: string) {
  return (stored: StoredStudy | null): StudyDraft<FmeaSheet> => {
    if (stored?.record.kind !== "fmea") return { name: "", system, sheet: { modes: [] } };
    const { name, system: of = "", document } = stored.record;
    return { name, system: of, sheet: sheetOfModes(document.modes) };
  };
}

function baseOf(begun: StoredStudy | null) {
  if (begun?.record.kind !== "fmea") return {};
  const { modes: _, ...base } = begun.record.document;
  return base;
}

function figuresOf(rated: ReturnType<typeof readSheet>["rated"]) {
  const report = rateModes({ modes: rated.map(({ mode }) => mode) });
  return { report, byKey: new Map(rated.map(({ key }, at) => [key, report.modes[at]!])) };
}

function withMode({ modes }: FmeaSheet, changed: FmeaSheet["modes"][number]): FmeaSheet {
  return { modes: modes.map((mode) => (mode.key === changed.key ? changed : mode)) };
}

/** What is not rated comes last. */
function inOrderOfRank({ modes }: FmeaSheet, figures: ReadonlyMap<number, { readonly rank: number }>): FmeaSheet {
  const rankOf = ({ key }: { readonly key: number }) => figures.get(key)?.rank ?? modes.length + 1;
  return { modes: [...modes].sort((a, b) => rankOf(a) - rankOf(b)) };
}

function SheetWarnings({ warnings }: { readonly warnings: readonly { readonly message: string }[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="sheet-warnings" aria-label="Warnings">
      {warnings.slice(0, 5).map(({ message }) => (
        <li key={message}>{message}.</li>
      ))}
      {warnings.length > 5 ? <li>{formatNumber(warnings.length - 5)} more such failure modes.</li> : null}
    </ul>
  );
}
