import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { matrixHeadline } from "../../../../src/chart/series/matrix-words.ts";
import type { Workspace } from "../../../../src/contract/detail.ts";
import type { SettingsPlan } from "../../../../src/contract/settings-plan.ts";
import { checkScale } from "../../../../src/contract/structured/check-scale.ts";
import type { StoredSettings } from "../../../data/settings.ts";
import { RefusalNote } from "../../../shell/refusal-note.tsx";
import { LeaveDialog } from "../../scenario/leave-dialog.tsx";
import { useLeaveGuard } from "../../scenario/use-leave-guard.ts";
import { AxiomsBlock } from "./axioms-block.tsx";
import { BandFields, FloorFields } from "./band-fields.tsx";
import { withCells, withGrid } from "./change-draft.ts";
import { FiguresBlock } from "./figures-block.tsx";
import { LevelFields } from "./level-fields.tsx";
import { MatrixBlock } from "./matrix-block.tsx";
import { axes, type CellPlace, type MatrixDraft } from "./matrix-draft.ts";
import type { MatrixSearch } from "./matrix-search.ts";
import { type ScaleReport, useMatrixView } from "./matrix-view.ts";
import { PlanTable, planHeadline, statusSentence } from "./plan-table.tsx";
import { ProposalBlock } from "./proposal-block.tsx";
import { drawnScale, firstMistake, readDraft } from "./read-draft.ts";
import { SaveBar } from "./save-bar.tsx";
import { SaveDialog } from "./save-dialog.tsx";
import { ScenariosBlock } from "./scenarios-block.tsx";
import { TakeFile } from "./take-file.tsx";
import { useMatrixDraft } from "./use-matrix-draft.ts";
import { useSaveScale } from "./use-save-scale.ts";
import { useSettingsPlan } from "./use-settings-plan.ts";

interface MatrixEditorProps {
  readonly stored: StoredSettings;
  readonly workspace: Workspace;
  readonly search: MatrixSearch;
  readonly onSearch: (search: MatrixSearch) => void;
  /** Why nothing may be changed; null where it may. */
  readonly closed: string | null;
  /** Why it may be tried, but not saved. */
  readonly notSaved: string | null;
}

const noDisagreements: SettingsPlan["disagreements"] = [];

/** The organisation's matrix as it is designed: every finding follows while it is typed. */
export function MatrixEditor({ stored, workspace, search, onSearch, closed, notSaved }: MatrixEditorProps) {
  const work = useMatrixDraft(stored);
  const { begun, draft, isChanged, canUndo, change, undo, reset, beginOn } = work;
  const { state: saving, save, dismiss } = useSaveScale();
  const [tried, setTried] = useState<"not-yet" | "tried">("not-yet");
  const [asks, setAsks] = useState<"save" | null>(null);
  const [wanted, setWanted] = useState<CellPlace | null>(null);
  const onShown = useCallback(() => setWanted(null), []);
  const page = useRef<HTMLElement>(null);
  const guard = useLeaveGuard(isChanged && saving.kind !== "saving" && saving.kind !== "saved");
  const { currency, organization } = workspace;

  const read = useMemo(() => readDraft(draft), [draft]);
  const figures = useDeferredValue(read.figures);
  const fresh = useMemo(() => (figures === null ? null : checkScale(figures)), [figures]);
  const last = useRef<ScaleReport | null>(fresh);
  if (fresh !== null) last.current = fresh;
  const isCurrent = read.figures !== null && figures === read.figures;
  const settings = useMemo(() => {
    if (closed !== null) return null;
    if (!isChanged) return begun.record;
    return read.file === null ? null : { ...begun.record, scale: read.file };
  }, [closed, isChanged, begun, read.file]);
  const asked = useSettingsPlan(settings);
  const plan = asked.plan;
  const disagreements = plan?.disagreements ?? noDisagreements;
  const scale = useMemo(() => drawnScale(draft, read.figures), [draft, read.figures]);
  const names = { bands: scale.bandNames, impact: scale.impact.map(({ name }) => name) };
  // What was found of the bounds before says nothing of cells that have changed since.
  const report = isCurrent ? fresh : null;
  const view = useMatrixView({ scale, currency, report, mistakes: read.mistakes, disagreements });
  const missing = firstMistake(draft, read.mistakes);
  const effect = isChanged && plan !== undefined && asked.state === "answered" ? planHeadline(plan) : null;

  const edit = (next: MatrixDraft, field?: string) => {
    if (saving.kind === "saved" || saving.kind === "refused") dismiss();
    change(next, field);
  };
  const store = async (over: StoredSettings) => {
    setAsks(null);
    if (read.file === null) return;
    const kept = await save(over, read.file);
    if (kept === null) return;
    setTried("not-yet");
    beginOn(kept);
  };
  const setCells = (places: readonly CellPlace[], position: number) =>
    edit(withCells(draft, places, draft.bands[position]!.key));

  return (
    <article ref={page} className="study-page matrix-page" aria-labelledby="matrix-head">
      <header className="page-head">
        <p className="hush">{organization ? `The scale of ${organization}` : "The scale of the register"}</p>
        <h1 className="head-line" id="matrix-head">
          {report ? matrixHeadline(report) : "Bounds that cannot be read are not checked."}
        </h1>
        <p className="lede">
          Where each likelihood and impact begins, and which band their cell is of. What is found follows while you
          type.
        </p>
      </header>
      <div className="matrix-columns">
        <div className="matrix-main">
          <MatrixBlock
            view={view}
            report={report}
            search={search}
            onSearch={onSearch}
            closed={closed}
            wanted={wanted}
            onShown={onShown}
            onCells={setCells}
            onUndo={undo}
          />
          {report ? (
            <ProposalBlock
              view={view}
              report={report}
              cells={search.cells ?? "equal"}
              closed={closed}
              onTake={(bands) =>
                edit(
                  withGrid(
                    draft,
                    bands.map((row) => row.map((band) => report.bandNames.indexOf(band))),
                  ),
                )
              }
            />
          ) : null}
          {last.current ? <FiguresBlock report={last.current} currency={currency} /> : null}
        </div>
        <div className="matrix-side">
          {last.current ? (
            <div aria-busy={!isCurrent && read.figures !== null}>
              {read.figures === null ? <p className="measure">Of the last bounds that could be read:</p> : null}
              <AxiomsBlock
                report={last.current}
                onShow={(place) => {
                  onSearch({ ...search, view: undefined });
                  setWanted({ ...place });
                }}
              />
            </div>
          ) : null}
          {plan && closed === null ? <ScenariosBlock disagreements={disagreements} scale={scale} /> : null}
        </div>
      </div>
      <div className="matrix-fields">
        {axes.map((axis) => (
          <LevelFields
            key={axis}
            draft={draft}
            axis={axis}
            currency={currency}
            mistakes={read.mistakes}
            closed={closed}
            onChange={edit}
          />
        ))}
        <BandFields draft={draft} names={names} mistakes={read.mistakes} closed={closed} onChange={edit} />
        <FloorFields draft={draft} names={names} closed={closed} onChange={edit} />
      </div>
      {isChanged ? (
        <section
          className="block effect-block"
          aria-labelledby="effect-head"
          aria-busy={asked.state === "asking" && settings !== null}
        >
          <header>
            <div>
              <h2 className="finding" id="effect-head">
                {settings === null || plan === undefined ? "What saving would do" : planHeadline(plan)}
              </h2>
              <p className="measure">
                {settings === null
                  ? "Said once every mistake is mended"
                  : ((plan && statusSentence(plan)) ?? "The register under this scale, as the server scores it")}
              </p>
            </div>
          </header>
          {asked.error && asked.state === "refused" ? (
            <RefusalNote error={asked.error} retry={asked.again} />
          ) : plan && settings !== null ? (
            <PlanTable plan={plan} />
          ) : null}
        </section>
      ) : null}
      <SaveBar
        saving={saving}
        isChanged={isChanged}
        canUndo={canUndo}
        closed={closed}
        notSaved={notSaved}
        missing={tried === "tried" && isChanged ? missing : null}
        effect={effect}
        onSave={() => {
          setTried("tried");
          if (missing === null) setAsks("save");
          else page.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
        }}
        onUndo={undo}
        onReset={() => {
          dismiss();
          setTried("not-yet");
          reset();
        }}
        onAgain={() => void store(begun)}
        onDismiss={dismiss}
        onMine={(latest) => void store(latest)}
        onTheirs={(latest) => {
          dismiss();
          beginOn(latest);
        }}
      />
      {read.file ? <TakeFile file={fileOf(organization, read.file)} /> : null}
      {asks === "save" && plan && asked.state === "answered" ? (
        <SaveDialog
          organization={organization}
          plan={plan}
          onSave={() => void store(begun)}
          onClose={() => setAsks(null)}
        />
      ) : null}
      {guard.isAsking ? (
        <LeaveDialog what="matrix" name={organization || "the register"} leave={guard.leave} stay={guard.stay} />
      ) : null}
    </article>
  );
}

function fileOf(organization: string, scale: NonNullable<ReturnType<typeof readDraft>["file"]>) {
  const slug = organization
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const content = { ...(organization && { title: organization }), scale };
  return { name: `${slug || "organisation"}.matrix.json`, text: `${JSON.stringify(content, null, 2)}\n` };
}
