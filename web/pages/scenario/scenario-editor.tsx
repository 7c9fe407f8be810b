import { useEffect, useMemo, useRef, useState } from "react";
import type { Quantity } from "../../../src/chart/series/quantity-words.ts";
import type { RiskDetail, Workspace } from "../../../src/contract/detail.ts";
import { DraftField } from "../../shell/draft-field.tsx";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { SaveNote } from "../risk/save-note.tsx";
import { useSaveRisk } from "../risk/use-save-risk.ts";
import { FormChoices } from "./form-choices.tsx";
import { LeafEditor } from "./leaf-editor.tsx";
import { LeaveDialog } from "./leave-dialog.tsx";
import { placeMistakes } from "./place-mistakes.ts";
import { readScenario, type ScenarioMistakes } from "./read-scenario.ts";
import {
  draftOfScenario,
  emptyScenario,
  type LeafPath,
  leafKind,
  leafOf,
  liveLeaves,
  type ScenarioDraft,
} from "./scenario-draft.ts";
import { ScenarioOutcome } from "./scenario-outcome.tsx";
import { patchBetween } from "./scenario-patch.ts";
import type { ScenarioSurroundings } from "./scenario-surroundings.ts";
import { isSameLeaf, leafTitles, scenarioTree, type TreeNode } from "./scenario-tree.ts";
import { TreeRows } from "./tree-rows.tsx";
import { useLeaveGuard } from "./use-leave-guard.ts";
import { useScenarioFigures } from "./use-scenario-figures.ts";

interface ScenarioEditorProps {
  readonly detail: RiskDetail;
  readonly workspace: Workspace;
  readonly surroundings: ScenarioSurroundings;
}

/** The FAIR tree of one risk, every leaf an estimate; what it costs is redrawn as it is typed. */
export function ScenarioEditor({ detail, workspace, surroundings }: ScenarioEditorProps) {
  // The version is the one the person began on: what somebody else saves meanwhile must not be overwritten unseen.
  const [begun, setBegun] = useState({ scenario: detail.record.scenario, version: detail.figures.version });
  const first = useMemo(
    () => (begun.scenario === undefined ? emptyScenario : draftOfScenario(begun.scenario)),
    [begun.scenario],
  );
  const [draft, setDraft] = useState(first);
  const [openLeaf, setOpenLeaf] = useState<LeafPath | null>(() => liveLeaves(first)[0] ?? null);
  const [tried, setTried] = useState<"not-yet" | "tried">("not-yet");
  const readingOnly = useReadingOnly();
  const { state, save, dismiss } = useSaveRisk();
  const read = useMemo(() => readScenario(draft), [draft]);
  const patch = patchBetween({ scenario: begun.scenario }, { scenario: read.scenario ?? undefined });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(first) && (read.scenario === null || patch !== undefined);
  const guard = useLeaveGuard(isChanged && state.kind !== "saving");

  // Where nothing was typed, what somebody else saved is shown; where something was, it is kept until it is saved.
  useEffect(() => {
    if (isChanged || detail.figures.version === begun.version) return;
    setBegun({ scenario: detail.record.scenario, version: detail.figures.version });
    setDraft(detail.record.scenario === undefined ? emptyScenario : draftOfScenario(detail.record.scenario));
  }, [detail, begun.version, isChanged]);

  const question = useMemo(() => surroundings.question(read), [surroundings, read]);
  const { figures, state: drawing, error } = useScenarioFigures(question, surroundings.held);

  const refused = useMemo(
    () =>
      state.kind === "refused" && "problem" in state.error
        ? placeMistakes(state.error.problem as Parameters<typeof placeMistakes>[0], {
            leaves: liveLeaves(draft),
            causes: draft.commonCauses,
          }).leaves
        : {},
    [state, draft],
  );
  const tree = scenarioTree(draft, surroundings.nameOfCause);
  const change = (next: ScenarioDraft) => {
    if (state.kind === "refused" || state.kind === "saved") dismiss();
    setDraft(next);
  };
  const submit = () => {
    setTried("tried");
    const wrong = Object.keys(read.mistakes)[0];
    if (read.scenario === null || patch === undefined) {
      if (wrong !== undefined && liveLeaves(draft).includes(wrong)) setOpenLeaf(wrong);
      return;
    }
    const scenario = read.scenario;
    void save({
      risk: detail.record.id,
      riskName: detail.figures.name,
      version: begun.version,
      said: "scenario",
      request: { verb: "PATCH", body: patch },
      requestFor: (latest) => ({
        verb: "PATCH",
        body: patchBetween({ scenario: latest.scenario }, { scenario }) ?? {},
      }),
    }).then((saved) => {
      if (!saved) return;
      setTried("not-yet");
      // The draft as typed is what is saved now; the version comes with the next answer.
      setBegun((before) => ({ ...before, scenario }));
      setDraft(draftOfScenario(scenario));
    });
  };

  const figureOf = (node: TreeNode) => nodeFigure(node, { figures, currency: workspace.currency, draft });
  const mistakesAt = (leaf: LeafPath) => [...(read.mistakes[leaf] ?? []), ...(refused[leaf] ?? [])];
  const isTouched = (leaf: LeafPath) => !isSameLeaf(draft, first, leaf);
  const isWrong = (leaf: LeafPath) => mistakesAt(leaf).length > 0 || figures?.leaves[leaf]?.mistake !== undefined;

  return (
    <div className="scenario-columns" data-drawing={drawing}>
      <div>
        <section className="block" aria-labelledby="tree-title">
          <header>
            <div>
              <h2 className="finding" id="tree-title">
                How often, and how much
              </h2>
              <p className="measure">Choose how each part is cut; open a leaf to estimate it</p>
            </div>
          </header>
          <datalist id="people-of-register">
            {workspace.people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </datalist>
          <ul className="scenario-tree">
            <TreeRows
              node={tree}
              draft={draft}
              openLeaf={openLeaf}
              readingOnly={readingOnly !== null}
              onOpen={setOpenLeaf}
              onChange={change}
              figureOf={figureOf}
              isWrong={isWrong}
              isChanged={isTouched}
              editorOf={(leaf) => (
                <LeafEditor
                  draft={leafOf(draft, leaf)}
                  kind={leafKind(leaf)}
                  quantity={quantityOf(leaf, workspace.currency)}
                  figures={figures?.leaves[leaf]}
                  mistakes={tried === "tried" || isTouched(leaf) ? mistakesAt(leaf) : (refused[leaf] ?? [])}
                  state={read.estimates[leaf] === undefined ? "missing" : "whole"}
                  workspace={workspace}
                  readingOnly={readingOnly !== null}
                  onChange={(estimate) => change({ ...draft, leaves: { ...draft.leaves, [leaf]: estimate } })}
                />
              )}
              belowOf={(node) => (
                <Below
                  node={node}
                  draft={draft}
                  mistakes={read.mistakes}
                  readingOnly={readingOnly !== null}
                  onChange={change}
                />
              )}
            />
          </ul>
          {figures?.mistake || error ? (
            <p className="missing" role="alert">
              <b>The whole cannot be computed:</b> {figures?.mistake ?? error}
            </p>
          ) : null}
          {tried === "tried" && read.scenario === null ? (
            <MistakeList mistakes={read.mistakes} tree={tree} onOpen={setOpenLeaf} />
          ) : null}
          {readingOnly === null ? (
            <p className="actions scenario-actions">
              <button
                type="button"
                className="button first"
                aria-disabled={!isChanged || state.kind === "saving"}
                onClick={submit}
              >
                Save the scenario
              </button>
              <button
                type="button"
                className="button"
                disabled={!isChanged}
                onClick={() => {
                  dismiss();
                  setTried("not-yet");
                  setDraft(first);
                }}
              >
                Reset
              </button>
              <small className="hush" role="status">
                {state.kind === "saving"
                  ? "Saving"
                  : isChanged
                    ? "Typed, not saved."
                    : state.kind === "saved"
                      ? "Saved."
                      : begun.scenario === undefined
                        ? "Nothing is given yet."
                        : "As saved."}
              </small>
            </p>
          ) : (
            <p className="hush">{readingOnly}</p>
          )}
          <SaveNote
            state={state}
            save={(again) => void save(again)}
            dismiss={() => {
              dismiss();
              setBegun({ scenario: detail.record.scenario, version: detail.figures.version });
              setDraft(detail.record.scenario === undefined ? emptyScenario : draftOfScenario(detail.record.scenario));
            }}
          />
        </section>
      </div>
      <div className="scenario-outcome">
        <ScenarioOutcome
          name={detail.figures.name}
          figures={figures}
          saved={detail.annualLoss}
          namedControls={detail.record.controls?.length ?? 0}
          portfolioBefore={surroundings.portfolioBefore}
          workspace={workspace}
          isChanged={isChanged}
          isWhole={read.scenario !== null}
        />
      </div>
      {guard.isAsking ? (
        <LeaveDialog what="scenario" name={detail.figures.name} leave={guard.leave} stay={guard.stay} />
      ) : null}
    </div>
  );
}

function quantityOf(leaf: LeafPath, currency: string): Quantity {
  if (/\.(threatCapability|resistance)$/.test(leaf)) return { of: "force" };
  const kind = leafKind(leaf);
  return kind === "money" ? { of: "money", currency } : { of: kind };
}

function nodeFigure(
  node: TreeNode,
  {
    figures,
    currency,
    draft,
  }: { figures: ReturnType<typeof useScenarioFigures>["figures"]; currency: string; draft: ScenarioDraft },
) {
  if (node.leaf !== null) {
    const sample = figures?.leaves[node.leaf]?.sample;
    return sample === undefined ? null : { sample, quantity: quantityOf(node.leaf, currency) };
  }
  if (node.key === "events" && figures?.eventsPerYear) {
    const of = draft.countKind === "at-most-one" ? "probability" : "events";
    return { sample: figures.eventsPerYear, quantity: { of } as const };
  }
  if (node.key === "loss" && figures?.lossPerEvent)
    return { sample: figures.lossPerEvent, quantity: { of: "money", currency } as const };
  return null;
}

/** The number that a choice asks for, and which of the six forms a loss has. */
function Below(props: {
  node: TreeNode;
  draft: ScenarioDraft;
  mistakes: ScenarioMistakes;
  readingOnly: boolean;
  onChange: (draft: ScenarioDraft) => void;
}) {
  const { node, draft, mistakes, readingOnly, onChange } = props;
  if (node.key === "annual-loss" && draft.countKind === "negative-binomial")
    return (
      <DraftField
        title="Size of the clusters’ law"
        hint="smaller means stronger clusters; variance is mean + mean² ÷ size"
        mistake={mistakes.count?.[0]?.what}
        className="tree-below"
      >
        {(field) => (
          <input
            {...field}
            className="number-input"
            disabled={readingOnly}
            value={draft.size}
            onChange={({ target }) => onChange({ ...draft, size: target.value })}
          />
        )}
      </DraftField>
    );
  if (node.key === "annual-loss" && draft.countKind === "zero-inflated")
    return (
      <DraftField
        title="Probability of a year without any"
        hint="on top of years that chance leaves empty"
        mistake={mistakes.count?.[0]?.what}
        className="tree-below"
      >
        {(field) => (
          <input
            {...field}
            className="number-input"
            disabled={readingOnly}
            value={draft.silent}
            onChange={({ target }) => onChange({ ...draft, silent: target.value })}
          />
        )}
      </DraftField>
    );
  if (node.key === "loss.primary" && draft.primaryCut === "forms")
    return (
      <FormChoices
        title="Forms of the primary loss"
        chosen={draft.primaryForms}
        mistake={mistakes.primaryForms?.[0]?.what}
        readingOnly={readingOnly}
        onChange={(primaryForms) => onChange({ ...draft, primaryForms })}
      />
    );
  if (node.key === "loss.secondary.loss" && draft.secondaryCut === "forms")
    return (
      <FormChoices
        title="Forms of the secondary loss"
        chosen={draft.secondaryForms}
        mistake={mistakes.secondaryForms?.[0]?.what}
        readingOnly={readingOnly}
        onChange={(secondaryForms) => onChange({ ...draft, secondaryForms })}
      />
    );
  return null;
}

function MistakeList(props: { mistakes: ScenarioMistakes; tree: TreeNode; onOpen: (leaf: LeafPath) => void }) {
  const { mistakes, tree, onOpen } = props;
  const titles = leafTitles(tree);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  return (
    <div className="missing" role="alert" tabIndex={-1} ref={list}>
      <p>
        <b>Not saved yet.</b> What is missing:
      </p>
      <ul>
        {Object.entries(mistakes).map(([path, [mistake]]) => (
          <li key={path}>
            {titles.has(path) ? (
              <button type="button" className="text-button" onClick={() => onOpen(path)}>
                {titles.get(path)}
              </button>
            ) : null}{" "}
            {mistake?.what}
          </li>
        ))}
      </ul>
    </div>
  );
}
