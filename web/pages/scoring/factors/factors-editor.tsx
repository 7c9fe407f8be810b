import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import type { FactorBranch } from "../../../../src/chart/series/factor-branch.ts";
import { levelSentence } from "../../../../src/chart/series/factor-sentence.ts";
import type { StoredStudy } from "../../../../src/contract/study.ts";
import { DraftField } from "../../../shell/draft-field.tsx";
import { RiskField } from "../risk-field.tsx";
import { StudyFrame } from "../study-frame.tsx";
import { useFreeId } from "../use-free-id.ts";
import { useSaveStudy } from "../use-save-study.ts";
import { type StudyDraft, useStudyDraft } from "../use-study-draft.ts";
import { AxisBlock } from "./axis-block.tsx";
import { FactorExplanation } from "./factor-explanation.tsx";
import { FactorFields } from "./factor-fields.tsx";
import { factorBranch, factorFigures } from "./factor-figures.ts";
import { FactorGrid } from "./factor-grid.tsx";
import { type FactorPlace, factorPlaces, movedFactor, withFactor, withNewPart, withoutFactor } from "./factor-tree.ts";
import {
  type Axis,
  axes,
  calledOf,
  emptySheet,
  type FactorDraft,
  type FactorsSheet,
  sheetOfFactors,
} from "./factors-draft.ts";
import { missingWords } from "./missing-words.ts";
import { readFactors } from "./read-factors.ts";
import { TreeTools } from "./tree-tools.tsx";
import "../sheet.css";
import "./factors.css";

interface FactorsEditorProps {
  /** Null for a study that nobody has kept yet. */
  readonly stored: StoredStudy | null;
  readonly system: string;
  readonly closed: string | null;
}

/** Likelihood and impact as trees of factors: every figure says what it is made of, and follows what is typed. */
export function FactorsEditor({ stored, system, closed }: FactorsEditorProps) {
  const draftOf = useMemo(() => draftMaker(system), [system]);
  const work = useStudyDraft<FactorsSheet>(stored, draftOf);
  const { begun, draft, change, undo, beginOn } = work;
  const { sheet } = draft;
  const { state: saving, save, dismiss } = useSaveStudy();
  const [tried, setTried] = useState<"not-yet" | "tried">("not-yet");
  const [place, setPlace] = useState({ key: sheet.likelihood.key, column: 0 });
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [added, setAdded] = useState<number | null>(null);
  const [typing, setTyping] = useState<FactorDraft | null>(null);
  const navigate = useNavigate();
  const freeId = useFreeId();

  const base = useMemo(() => baseOf(begun), [begun]);
  const read = useMemo(() => readFactors(sheet, base), [sheet, base]);
  // What is typed into a cell moves the figures before it is a step that can be taken back.
  const shownSheet = useDeferredValue(typing ? withFactor(sheet, typing) : sheet);
  const shownRead = useMemo(() => readFactors(shownSheet, base), [shownSheet, base]);
  const figures = useMemo(() => factorFigures(shownSheet, shownRead), [shownSheet, shownRead]);
  const places = useMemo(() => factorPlaces(sheet, folded), [sheet, folded]);
  const row = Math.max(
    0,
    places.findIndex(({ factor }) => factor.key === place.key),
  );
  const open = places[row]!;
  const branchOf = (axis: Axis, folds: ReadonlySet<number>) =>
    factorBranch(shownSheet[axis], figures, {
      closed: folds,
      levels: shownRead.levels[axis],
      level: figures.axis[axis]?.level ?? null,
    });
  const [openBranch, parentBranch] = branchesOf(branchOf(open.axis, new Set()), String(open.factor.key));
  const axisReport = figures.axis[open.axis];
  const id = begun?.record.id ?? freeId(draft.name, "factors");
  const missing =
    draft.name.trim() === ""
      ? "the study has no name"
      : (read.mistakes.values().next().value ?? missingWords(read.missing, factorPlaces(sheet)));

  const changeSheet = (next: FactorsSheet, field?: string) => {
    if (saving.kind === "saved" || saving.kind === "refused") dismiss();
    setAdded(null);
    change({ sheet: next }, field);
  };
  const add = (at: FactorPlace, where: "in" | "beside") => {
    const isIn = where === "in" || at.parent === null;
    const [parent, position] = isIn ? [at.factor, at.factor.parts.length] : [at.parent!, at.at + 1];
    const next = withNewPart(sheet, parent, position);
    changeSheet(next.sheet);
    setFolded((before) => new Set([...before].filter((key) => key !== parent.key)));
    setPlace({ key: next.key, column: 0 });
    setAdded(next.key);
  };
  const remove = (at: FactorPlace) => {
    const others = at.parent!.parts.filter(({ key }) => key !== at.factor.key);
    changeSheet(withoutFactor(sheet, at));
    setPlace(({ column }) => ({ key: (others[at.at] ?? others.at(-1) ?? at.parent!).key, column }));
  };
  const move = (at: FactorPlace, where: Parameters<typeof movedFactor>[2]) => {
    const next = movedFactor(sheet, at, where);
    if (next) changeSheet(next);
    return next !== null;
  };
  const toggle = (key: number) =>
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const submit = async (version: number | null) => {
    setTried("tried");
    if (missing !== null || read.document === null) return;
    const about = { id, name: draft.name.trim(), ...(draft.system !== "" && { system: draft.system }) };
    const kept = await save({ ...about, kind: "factors", document: read.document }, version);
    if (kept === null) return;
    setTried("not-yet");
    setPlace({ key: 0, column: 0 });
    beginOn(kept);
    if (begun === null) void navigate({ to: "/scoring/$id", params: { id }, replace: true });
  };

  return (
    <StudyFrame
      kind="factors"
      work={work}
      saving={saving}
      closed={closed}
      missing={missing}
      tried={tried}
      onSave={(version) => void submit(version)}
      onDismiss={dismiss}
      file={read.document && { name: `${id}.factors.json`, text: `${JSON.stringify(read.document, null, 2)}\n` }}
    >
      <div className="factor-columns">
        <div className="sheet-side">
          {axes.map((axis) => (
            <AxisBlock
              key={axis}
              axis={axis}
              report={figures.axis[axis]}
              levels={shownRead.levels[axis]}
              branch={branchOf(axis, folded)}
              open={String(open.factor.key)}
              onOpen={(key) => setPlace(({ column }) => ({ key, column }))}
            />
          ))}
          <section className="block sheet-block" aria-labelledby="factors-table">
            <header>
              <div>
                <h2 className="finding" id="factors-table">
                  Every factor, to be filled in
                </h2>
                <p className="measure">
                  A leaf is judged by a criterion, measured between declared anchors, or counted in a log; what it
                  brings adds up to the factor above it
                </p>
              </div>
            </header>
            <FactorGrid
              places={places}
              figures={figures.byKey}
              mistakes={read.mistakes}
              at={{ row, column: place.column }}
              closed={closed}
              added={added}
              onPlace={(key, column) => setPlace({ key, column })}
              onChange={(factor) => changeSheet(withFactor(sheet, factor))}
              onType={setTyping}
              onMove={move}
              onAdd={(at) => add(at, at.state === "open" ? "in" : "beside")}
              onRemove={remove}
              onToggle={toggle}
              onUndo={undo}
            />
            {closed === null ? <TreeTools place={open} onAdd={add} onMove={move} onRemove={remove} /> : null}
          </section>
          <div className="factor-basis">
            <RiskField
              title="Risk that they are of"
              value={sheet.risk}
              system={draft.system}
              closed={closed}
              onChoose={(risk) => changeSheet({ ...sheet, risk })}
            />
            {axes.map((axis) => (
              <DraftField
                key={axis}
                title={`Levels of ${axis}`}
                mistake={read.mistakes.get(`levels.${axis}`)}
                hint="They share out 0 to 100 evenly"
              >
                {(field) => (
                  <input
                    {...field}
                    value={sheet.levels[axis]}
                    maxLength={3}
                    disabled={closed !== null}
                    onChange={({ target }) =>
                      changeSheet({ ...sheet, levels: { ...sheet.levels, [axis]: target.value } }, `levels ${axis}`)
                    }
                  />
                )}
              </DraftField>
            ))}
          </div>
        </div>
        <section className="block factor-panel" aria-labelledby="open-factor">
          <header>
            <div>
              <h2 className="finding" id="open-factor">
                {calledOf(open.factor) || "A new factor"}
              </h2>
              <p className="measure">Why it is what it is</p>
            </div>
          </header>
          {openBranch ? (
            <FactorExplanation
              branch={openBranch}
              parent={parentBranch}
              axis={open.axis}
              rated={figures.byKey.get(open.factor.key)}
              written={shownRead.whole.get(open.factor.key)}
              level={
                open.parent === null && axisReport && shownRead.levels[open.axis]
                  ? levelSentence(open.axis, {
                      value: axisReport.factor.value,
                      level: axisReport.level,
                      levels: shownRead.levels[open.axis]!,
                    })
                  : null
              }
              onOpen={(key) => setPlace(({ column }) => ({ key, column }))}
            />
          ) : null}
          <FactorFields
            key={open.factor.key}
            place={open}
            mistakes={read.mistakes}
            closed={closed}
            onChange={(factor, field) =>
              changeSheet(withFactor(sheet, factor), field === "" ? "" : `${factor.key} ${field}`)
            }
          />
        </section>
      </div>
    </StudyFrame>
  );
}

/** A factor of a drawn tree and the one above it. */
function branchesOf(root: FactorBranch, key: string): readonly [FactorBranch | null, FactorBranch | null] {
  if (root.key === key) return [root, null];
  for (const part of root.parts) {
    if (part.key === key) return [part, root];
    const found = branchesOf(part, key);
    if (found[0] !== null) return found;
  }
  return [null, null];
}

function draftMaker(system: string) {
  return (stored: StoredStudy | null): StudyDraft<FactorsSheet> => {
    if (stored?.record.kind !== "factors") return { name: "", system, sheet: emptySheet };
    const { name, system: of = "", document } = stored.record;
    return { name, system: of, sheet: sheetOfFactors(document) };
  };
}

function baseOf(begun: StoredStudy | null) {
  if (begun?.record.kind !== "factors") return {};
  const { likelihood: _, impact: __, levels: ___, risk: ____, ...base } = begun.record.document;
  return base;
}
