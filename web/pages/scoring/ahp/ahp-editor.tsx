import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { formatNumber, plural } from "../../../../src/chart/series/format-number.ts";
import type { StoredStudy } from "../../../../src/contract/study.ts";
import { ComputingNote } from "../../../compute/computing-note.tsx";
import { ShowMore, useShownRows } from "../../../figure/show-more.tsx";
import { JudgedElsewhere } from "../judged-elsewhere.tsx";
import { StudyFrame } from "../study-frame.tsx";
import { weightsHeadline } from "../study-headline.ts";
import { useFreeId } from "../use-free-id.ts";
import { useSaveStudy } from "../use-save-study.ts";
import { type StudyDraft, useStudyDraft } from "../use-study-draft.ts";
import { type AhpSheet, pairsOf, readPairs, sheetOfPairs, withJudgement } from "./ahp-draft.ts";
import { ConsistencyBlock } from "./consistency-block.tsx";
import { ItemFields } from "./item-fields.tsx";
import { PairSlider } from "./pair-slider.tsx";
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
  const isFlat = base.criteria === undefined && base.people === undefined;
  const read = useMemo(() => readDocument(sheet, base, begun, isFlat), [sheet, base, begun, isFlat]);
  const figures = usePairFigures(sheet, read.document, read.missing === null ? "whole" : "lacking");
  const pairs = useMemo(() => pairsOf(sheet), [sheet]);
  const { shown, more } = useShownRows(pairs.length, pairsAtOnce);
  const open = pairs.filter(({ ratio }) => ratio === null).length;
  const id = begun?.record.id ?? freeId(draft.name, "weights");
  const missing = draft.name.trim() === "" ? "the study has no name" : read.missing;

  const changeSheet = (next: AhpSheet, field?: string) => {
    if (saving.kind === "saved" || saving.kind === "refused") dismiss();
    change({ sheet: next }, field);
  };
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
  const { weights, report } = figures;
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
          {isFlat ? <ItemFields sheet={sheet} closed={closed} onChange={changeSheet} /> : null}
          {isFlat && pairs.length > 0 ? (
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
              <ol className="pairs">
                {pairs.slice(0, shown).map((pair) => (
                  <PairSlider
                    key={`${pair.left.key} ${pair.right.key}`}
                    pair={pair}
                    closed={closed}
                    onJudge={(ratio) =>
                      changeSheet(
                        withJudgement(sheet, { left: pair.left.key, right: pair.right.key }, ratio),
                        `pair ${pair.left.key} ${pair.right.key}`,
                      )
                    }
                  />
                ))}
              </ol>
              <ShowMore shown={shown} total={pairs.length} atOnce={pairsAtOnce} of="pairs" more={more} />
            </section>
          ) : null}
          {isFlat ? null : <JudgedElsewhere report={report} />}
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
                  {base.criteria === undefined
                    ? "First in: how often, when every judgement may be off by about a quarter"
                    : "Weights multiply down the criteria"}
                </p>
              </div>
            </header>
            {weights && sheet.items.length > 0 ? (
              <WeightTable
                items={sheet.items}
                weights={weights}
                firstIn={figures.firstIn ?? (base.criteria === undefined ? "computing" : "not-known")}
              />
            ) : (
              <p className="lede">{outcomeWords(sheet, figures.reason)}</p>
            )}
            {weights && read.missing === null && figures.computed.state === "refused" ? (
              <ComputingNote what="how sure the order is" computed={figures.computed} />
            ) : null}
          </section>
          {weights && sheet.items.length > 2 ? (
            <ConsistencyBlock
              sheet={sheet}
              consistency={figures.consistency}
              missing={isFlat ? open : 0}
              closed={isFlat ? closed : "judged elsewhere"}
              onMend={(left, right, ratio) => changeSheet(withJudgement(sheet, { left, right }, ratio))}
            />
          ) : null}
        </div>
      </div>
    </StudyFrame>
  );
}

function outcomeWords({ items }: AhpSheet, reason: string | null): string {
  if (items.length === 0) return "Nothing is weighed yet: add what is compared, such as the kinds of harm.";
  return reason === null ? "Computing." : `Not computed yet: ${reason}.`;
}

function draftMaker(system: string) {
  return (stored: StoredStudy | null): StudyDraft<AhpSheet> => {
    if (stored?.record.kind !== "ahp") return { name: "", system, sheet: { items: [], judgements: [] } };
    const { name, system: of = "", document } = stored.record;
    return { name, system: of, sheet: sheetOfPairs(document) };
  };
}

function baseOf(begun: StoredStudy | null) {
  if (begun?.record.kind !== "ahp") return {};
  const { items: _, judgements: __, ...base } = begun.record.document;
  return base;
}

/** With people or criteria the judgements are not on this page: the document stays what it is. */
function readDocument(
  sheet: AhpSheet,
  base: ReturnType<typeof baseOf>,
  begun: StoredStudy | null,
  isFlat: boolean,
): ReturnType<typeof readPairs> {
  if (!isFlat && begun?.record.kind === "ahp") return { document: begun.record.document, missing: null };
  return readPairs(sheet, base);
}
