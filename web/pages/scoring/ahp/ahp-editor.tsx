import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { formatNumber, plural } from "../../../../src/chart/series/format-number.ts";
import type { StoredStudy } from "../../../../src/contract/study.ts";
import { ComputingNote } from "../../../compute/computing-note.tsx";
import { ShowMore, useShownRows } from "../../../figure/show-more.tsx";
import { StudyFrame } from "../study-frame.tsx";
import { weightsHeadline } from "../study-headline.ts";
import { useFreeId } from "../use-free-id.ts";
import { useSaveStudy } from "../use-save-study.ts";
import { type StudyDraft, useStudyDraft } from "../use-study-draft.ts";
import {
  type AhpBase,
  type AhpSheet,
  comparedBy,
  emptySheet,
  type JudgementDraft,
  nodesOf,
  readPairs,
  sheetOfPairs,
} from "./ahp-draft.ts";
import { withJudgements } from "./change-sheet.ts";
import { ConsistencyBlock } from "./consistency-block.tsx";
import { CriteriaFields } from "./criteria-fields.tsx";
import { GroupBlock } from "./group-block.tsx";
import { ItemFields } from "./item-fields.tsx";
import { pairsOf, unlinkedWords, withJudgement } from "./judge-pairs.ts";
import { JudgingChoice, nodeWords } from "./judging-choice.tsx";
import { PairSlider } from "./pair-slider.tsx";
import { PeopleFields } from "./people-fields.tsx";
import { usePairFigures } from "./use-pair-figures.ts";
import { WeightTable } from "./weight-table.tsx";
import "./pairs.css";

interface AhpEditorProps {
  /** Null for a study that nobody has kept yet. */
  readonly stored: StoredStudy | null;
  readonly system: string;
  readonly closed: string | null;
}

const pairsAtOnce = 45;
const none: readonly JudgementDraft[] = [];

/** Weights from pairs: a slider for each pair, and what follows from them while it moves. */
export function AhpEditor({ stored, system, closed }: AhpEditorProps) {
  const draftOf = useMemo(() => draftMaker(system), [system]);
  const work = useStudyDraft<AhpSheet>(stored, draftOf);
  const { begun, draft, change, beginOn } = work;
  const { sheet } = draft;
  const { state: saving, save, dismiss } = useSaveStudy();
  const [tried, setTried] = useState<"not-yet" | "tried">("not-yet");
  const navigate = useNavigate();
  const freeId = useFreeId();

  const base = useMemo(() => baseOf(begun), [begun]);
  const read = useMemo(() => readPairs(sheet, base), [sheet, base]);
  // What is chosen may have been removed since: then it is the goal, and whoever stands first.
  const [chosen, setChosen] = useState<{ readonly node?: number; readonly person?: number }>({});
  const node = nodesOf(sheet).find(({ key }) => key === chosen.node) ?? sheet.goal;
  const person = node.people?.find(({ key }) => key === chosen.person) ?? node.people?.[0] ?? null;
  const judgements = (node.people ? person?.judgements : node.judgements) ?? none;
  const things = comparedBy(sheet, node);
  const figures = usePairFigures(sheet, read, { node, person: person?.key ?? null, judgements });
  const pairs = useMemo(() => pairsOf(things, judgements), [things, judgements]);
  const { shown, more } = useShownRows(pairs.length, pairsAtOnce);
  const open = pairs.filter(({ ratio }) => ratio === null).length;
  const unlinked = unlinkedWords(things, judgements);
  const isAlone = sheet.goal.criteria === undefined && sheet.goal.people === undefined;
  const id = begun?.record.id ?? freeId(draft.name, "weights");
  const missing = draft.name.trim() === "" ? "the study has no name" : read.missing;

  const changeSheet = (next: AhpSheet, field?: string) => {
    if (saving.kind === "saved" || saving.kind === "refused") dismiss();
    change({ sheet: next }, field);
  };
  const judge = (
    pair: { readonly left: number; readonly right: number },
    ratio: number | string | null,
    field?: string,
  ) =>
    changeSheet(
      withJudgements(sheet, { node: node.key, person: person?.key ?? null }, withJudgement(judgements, pair, ratio)),
      field,
    );
  const submit = async (version: number | null) => {
    setTried("tried");
    if (missing !== null) return;
    const about = { id, name: draft.name.trim(), ...(draft.system !== "" && { system: draft.system }) };
    const kept = await save({ ...about, kind: "ahp", document: read.document }, version);
    if (kept === null) return;
    setTried("not-yet");
    beginOn(kept);
    if (begun === null) void navigate({ to: "/scoring/$id", params: { id }, replace: true });
  };
  const { weights } = figures;
  const named = sheet.items.map(({ name }, at) => ({ id: name || "not named", weight: weights?.[at] ?? 0 }));
  const first = weights ? weights.indexOf(Math.max(...weights)) : -1;

  return (
    <StudyFrame
      kind="ahp"
      work={work}
      saving={saving}
      closed={closed}
      missing={missing}
      tried={tried}
      onSave={(version) => void submit(version)}
      onDismiss={dismiss}
      file={
        read.missing === null ? { name: `${id}.ahp.json`, text: `${JSON.stringify(read.document, null, 2)}\n` } : null
      }
    >
      <div className="pair-columns">
        <div className="pair-side">
          <ItemFields sheet={sheet} closed={closed} onChange={changeSheet} />
          {sheet.items.length > 1 ? (
            <div className="judged-by">
              <CriteriaFields sheet={sheet} report={figures.report} closed={closed} onChange={changeSheet} />
              <PeopleFields sheet={sheet} closed={closed} onChange={changeSheet} />
            </div>
          ) : null}
          {sheet.items.length > 1 ? (
            <section className="block" aria-labelledby="pairs-title">
              <header>
                <div>
                  <h2 className="finding" id="pairs-title">
                    Which of two outweighs the other
                  </h2>
                  <p className="measure">
                    {formatNumber(pairs.length - open)} of {formatNumber(pairs.length)} {plural("pair", pairs.length)}{" "}
                    compared; towards an item is in its favour, up to 9 times. Arrow keys move a slider
                  </p>
                </div>
              </header>
              <JudgingChoice
                sheet={sheet}
                node={node}
                person={person}
                onChoose={(part) => setChosen({ ...chosen, ...part })}
              />
              {unlinked === null ? null : (
                <p className="missing unlinked" role="status">
                  {unlinked}
                </p>
              )}
              {pairs.length === 0 ? <p className="lede">One alone weighs all: there is nothing to compare.</p> : null}
              <ol className="pairs">
                {pairs.slice(0, shown).map((pair) => (
                  <PairSlider
                    key={`${node.key} ${person?.key} ${pair.left.key} ${pair.right.key}`}
                    pair={pair}
                    closed={closed}
                    onJudge={(ratio) =>
                      judge(
                        { left: pair.left.key, right: pair.right.key },
                        ratio,
                        `pair ${node.key} ${person?.key} ${pair.left.key} ${pair.right.key}`,
                      )
                    }
                  />
                ))}
              </ol>
              <ShowMore shown={shown} total={pairs.length} atOnce={pairsAtOnce} of="pairs" more={more} />
            </section>
          ) : null}
        </div>
        <div className="pair-outcome">
          <section className="block" aria-labelledby="weights-finding">
            <header>
              <div>
                <h2 className="finding" id="weights-finding">
                  {weights && sheet.items.length > 0
                    ? weightsHeadline(named, figures.firstIn?.[first] ?? null)
                    : "What each weighs"}
                </h2>
                <p className="measure">
                  {read.document.method === "geometric-mean" ? "Geometric means of rows. " : "Principal eigenvector. "}
                  {sheet.goal.criteria === undefined
                    ? "First in: how often, when every judgement may be off by about a quarter"
                    : "Weights multiply down the criteria"}
                </p>
              </div>
            </header>
            {weights && sheet.items.length > 0 ? (
              <WeightTable
                items={sheet.items}
                weights={weights}
                firstIn={figures.firstIn ?? (sheet.goal.criteria === undefined ? "computing" : "not-known")}
              />
            ) : (
              <p className="lede">{outcomeWords(sheet, isAlone ? unlinked : null, figures.reason)}</p>
            )}
            {weights && read.missing === null && figures.computed.state === "refused" ? (
              <ComputingNote what="how sure the order is" computed={figures.computed} />
            ) : null}
          </section>
          {isAlone || things.length < 2 ? null : (
            <section className="block" aria-labelledby="here-finding">
              <header>
                <div>
                  <h2 className="finding" id="here-finding">
                    {nodeWords(sheet, node)}
                    {person === null ? "" : `, as ${person.name || "the unnamed person"} judges`}
                  </h2>
                  <p className="measure">Of the judgements on this page</p>
                </div>
              </header>
              {figures.here ? (
                <WeightTable items={things} weights={figures.here} firstIn="not-known" of={nodeWords(sheet, node)} />
              ) : (
                <p className="lede">{unlinked}</p>
              )}
            </section>
          )}
          {figures.here && things.length > 2 ? (
            <ConsistencyBlock
              things={things}
              consistency={figures.consistency}
              missing={open}
              closed={closed}
              state={person !== null && open > 0 ? "not-computed" : "computed"}
              onMend={(left, right, ratio) => judge({ left, right }, ratio)}
            />
          ) : null}
          {figures.group && figures.group.people.length > 0 ? (
            <GroupBlock
              group={figures.group}
              limit={things.length <= 3 ? 0.05 : things.length === 4 ? 0.08 : 0.1}
              where={nodeWords(sheet, node)}
            />
          ) : null}
        </div>
      </div>
    </StudyFrame>
  );
}

function outcomeWords({ items }: AhpSheet, unlinked: string | null, reason: string | null): string {
  if (items.length === 0) return "Nothing is weighed yet: add what is compared, such as the kinds of harm.";
  if (unlinked !== null) return "Not computed yet: no chain of judgements links them all yet.";
  return reason === null ? "Computing." : `Not computed yet: ${reason}.`;
}

function draftMaker(system: string) {
  return (stored: StoredStudy | null): StudyDraft<AhpSheet> => {
    if (stored?.record.kind !== "ahp") return { name: "", system, sheet: emptySheet };
    const { name, system: of = "", document } = stored.record;
    return { name, system: of, sheet: sheetOfPairs(document) };
  };
}

function baseOf(begun: StoredStudy | null): AhpBase {
  if (begun?.record.kind !== "ahp") return {};
  const { items: _, judgements: __, people: ___, criteria: ____, group: _____, ...base } = begun.record.document;
  return base;
}
