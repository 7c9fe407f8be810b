import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import type { StoredStudy } from "../../../../src/contract/study.ts";
import { weighDefaults } from "../../../../src/contract/weigh-defaults.ts";
import type { WeighFile } from "../../../../src/contract/weigh-file.ts";
import { actingPerson } from "../../../data/acting-person.ts";
import { useObservable } from "../../../data/observable.ts";
import { useToday } from "../../../shell/use-today.ts";
import { readStudySearch } from "../scoring-search.ts";
import { StudyFrame } from "../study-frame.tsx";
import { useFreeId } from "../use-free-id.ts";
import { useSaveStudy } from "../use-save-study.ts";
import { type StudyDraft, useStudyDraft } from "../use-study-draft.ts";
import { DimensionFields } from "./dimension-fields.tsx";
import { freshVersion, withShares } from "./fresh-version.ts";
import { RankingBlock } from "./ranking-block.tsx";
import { readWeighSheet, type WeighBase } from "./read-weigh-sheet.ts";
import { ScaleFields } from "./scale-fields.tsx";
import { ScenarioDetails } from "./scenario-details.tsx";
import { ScenarioSheet } from "./scenario-sheet.tsx";
import { TestFirst } from "./test-first.tsx";
import { useScenarioFigures } from "./use-scenario-figures.ts";
import { labelOf, sheetOfScenarios, type WeighSheet, withScenario } from "./weigh-draft.ts";
import { WeightsBlock } from "./weights-block.tsx";
import "../sheet.css";
import "./weigh.css";

interface WeighEditorProps {
  /** Null for a study that nobody has kept yet. */
  readonly stored: StoredStudy | null;
  readonly system: string;
  readonly closed: string | null;
}

/** Scenarios rated on weighted dimensions: their order follows while they are typed. */
export function WeighEditor({ stored, system, closed }: WeighEditorProps) {
  const search = readStudySearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { on: today } = useToday();
  const person = useObservable(actingPerson) ?? "";
  const [begunOn] = useState(today);
  const draftOf = useMemo(() => draftMaker(system, begunOn, person), [system, begunOn, person]);
  const work = useStudyDraft<WeighSheet>(stored, draftOf);
  const { begun, draft, change, undo, beginOn } = work;
  const { sheet } = draft;
  const { state: saving, save, dismiss } = useSaveStudy();
  const [tried, setTried] = useState<"not-yet" | "tried">("not-yet");
  const [place, setPlace] = useState({ row: 0, column: 0 });
  const freeId = useFreeId();

  const latest = saving.kind === "changed-since" ? saving.latest : null;
  const base = useMemo(() => baseOf(begun, latest), [begun, latest]);
  const read = useMemo(() => readWeighSheet(sheet, base), [sheet, base]);
  const asked = base.weightings.find(({ version }) => version === search.weights);
  const chosen = asked ?? (sheet.version ? "typed" : (base.weightings.at(-1) ?? null));
  const usable = read.computable?.weightings.at(-1)?.version ?? null;
  const isTypedUsable = read.computable !== null && read.computable.weightings.length > base.weightings.length;
  const version = chosen === null ? null : chosen !== "typed" ? chosen.version : isTypedUsable ? usable : null;
  const figures = useScenarioFigures(read.computable, version);
  const names = useNames(read.computable?.scenarios);
  const dimensionNames = useNames(read.computable?.dimensions);
  const scored = useMemo(
    () => new Map([...figures.scored].map(([id, one]) => [read.keys.get(id) ?? -1, one])),
    [figures.scored, read.keys],
  );
  const row = Math.max(0, Math.min(place.row, sheet.scenarios.length - 1));
  const column = Math.min(place.column, sheet.dimensions.length + 2);
  const scenario = sheet.scenarios[row];
  const id = begun?.record.id ?? freeId(draft.name, "scenarios");
  const missing = draft.name.trim() === "" ? "the study has no name" : read.missing;
  const titled = read.document && titledFile(read.document, draft.name);
  const reason = reasonOf(sheet, read.mistakes, version, figures.reason);

  const show = useCallback(
    (part: { view?: "test-first" | "table" | undefined; weights?: string | undefined }) =>
      void navigate({ to: ".", search: (before) => ({ ...before, ...part }), replace: true }),
    [navigate],
  );
  const showFigures = useCallback(
    (view: "chart" | "table") => show({ view: view === "table" ? "table" : undefined }),
    [show],
  );
  const changeSheet = (next: WeighSheet, field?: string) => {
    if (saving.kind === "saved" || saving.kind === "refused") dismiss();
    change({ sheet: next }, field);
  };
  const submit = async (known: number | null) => {
    setTried("tried");
    if (missing !== null || titled === null) return;
    const about = { id, name: draft.name.trim(), ...(draft.system !== "" && { system: draft.system }) };
    const kept = await save({ ...about, kind: "weigh", document: begun === null ? titled : read.document! }, known);
    if (kept === null) return;
    setTried("not-yet");
    beginOn(kept);
    if (begun === null) void navigate({ to: "/scoring/$id", params: { id }, replace: true });
  };
  const begin = () => {
    const fresh = freshVersion({ today, by: person, versions: base.weightings.map((one) => one.version) });
    const begunFrom = chosen !== null && chosen !== "typed" ? { ...fresh, aggregate: chosen.aggregate } : fresh;
    const next = figures.weights ? withShares(begunFrom, sheet.dimensions, figures.weights, 1) : begunFrom;
    changeSheet({ ...sheet, version: next });
    show({ weights: undefined });
  };
  const markTested = (of: string, on: string | null) => {
    const found = sheet.scenarios.find(({ key }) => key === read.keys.get(of));
    if (found === undefined) return;
    const { tested: _, ...rest } = found.rest;
    changeSheet(withScenario(sheet, { ...found, rest: on === null ? rest : { ...rest, tested: on } }));
  };

  return (
    <StudyFrame
      kind="weigh"
      work={work}
      saving={saving}
      closed={closed}
      missing={missing}
      tried={tried}
      onSave={(known) => void submit(known)}
      onDismiss={dismiss}
      file={titled && { name: `${id}.weigh.json`, text: `${JSON.stringify(titled, null, 2)}\n` }}
    >
      <nav className="choices weigh-views" aria-label="Views of the study">
        {([undefined, "test-first"] as const).map((view) => (
          <button
            key={view ?? "sheet"}
            type="button"
            aria-pressed={(search.view === "test-first") === (view === "test-first")}
            onClick={() => show({ view })}
          >
            {view === undefined ? "Rate and rank" : "Test this first"}
          </button>
        ))}
      </nav>
      {search.view === "test-first" ? (
        <TestFirst
          report={figures.report}
          file={read.computable && titledFile(read.computable, draft.name)}
          reason={reason}
          state={figures.state}
          basis={work.isChanged ? "typed" : "saved"}
          closed={closed}
          onTested={markTested}
        />
      ) : (
        <div className="sheet-columns">
          <div className="sheet-side">
            <ScenarioSheet
              sheet={sheet}
              scored={scored}
              mistakes={read.mistakes}
              place={{ row, column }}
              closed={closed}
              onPlace={setPlace}
              onChange={changeSheet}
              onUndo={undo}
            />
            <RankingBlock
              report={figures.report}
              refused={figures.computed.state === "refused" ? figures.computed : null}
              state={figures.state}
              reason={reason}
              names={names}
              dimensionNames={dimensionNames}
              view={search.view === "table" ? "table" : "chart"}
              onView={showFigures}
            />
          </div>
          <div className="sheet-side">
            <WeightsBlock
              sheet={sheet}
              kept={base.weightings}
              chosen={chosen}
              weights={version === null ? null : figures.weights}
              agreement={figures.report?.weighting.version === version ? figures.report.agreement : null}
              mistakes={read.mistakes}
              closed={closed}
              onChoose={(which) => show({ weights: which === "typed" ? undefined : which })}
              onChange={changeSheet}
              onBegin={begin}
            />
            {scenario ? (
              <ScenarioDetails
                key={scenario.key}
                scenario={scenario}
                closed={closed}
                onChange={(next, field) => changeSheet(withScenario(sheet, next), `${next.key} ${field}`)}
                onDelete={() =>
                  changeSheet({ ...sheet, scenarios: sheet.scenarios.filter(({ key }) => key !== scenario.key) })
                }
              />
            ) : null}
            <DimensionFields
              sheet={sheet}
              kept={base.weightings}
              mistakes={read.mistakes}
              closed={closed}
              onChange={changeSheet}
            />
            <ScaleFields
              sheet={sheet}
              wobble={base.wobble}
              mistakes={read.mistakes}
              closed={closed}
              onChange={changeSheet}
            />
          </div>
        </div>
      )}
    </StudyFrame>
  );
}

function draftMaker(system: string, today: string, by: string) {
  return (stored: StoredStudy | null): StudyDraft<WeighSheet> => {
    if (stored?.record.kind === "weigh") {
      const { name, system: of = "", document } = stored.record;
      return { name, system: of, sheet: sheetOfScenarios(document) };
    }
    const version = freshVersion({ today, by, versions: [] });
    const sheet = { levels: weighDefaults.levels, gate: "", dimensions: [], scenarios: [], version };
    return { name: "", system, sheet };
  };
}

/** Weights that somebody else kept meanwhile stay kept, whoever's study is saved on top. */
function baseOf(begun: StoredStudy | null, latest: StoredStudy | null): WeighBase {
  if (begun?.record.kind !== "weigh") return { ...weighDefaults, weightings: [] };
  const { levels: _, gate: __, dimensions: ___, scenarios: ____, ...base } = begun.record.document;
  return latest?.record.kind === "weigh" ? { ...base, weightings: latest.record.document.weightings } : base;
}

/** A study that was begun on the page has its name as its title, so that its page says what it is about. */
function titledFile(file: WeighFile, name: string): WeighFile {
  return name.trim() === "" ? file : { title: name.trim(), ...file };
}

/** Names by ids; the same map while no name changes, so that what shows them is not drawn anew. */
function useNames(list: readonly { readonly id: string; readonly name?: string | undefined }[] = []) {
  const key = JSON.stringify(list.map(({ id, name = "" }) => [id, labelOf({ id, name })]));
  return useMemo(() => new Map(JSON.parse(key) as [string, string][]), [key]);
}

/** Why nothing is ranked; null where something is. */
function reasonOf(
  { dimensions, scenarios }: WeighSheet,
  mistakes: ReadonlyMap<string, string>,
  version: string | null,
  computed: string | null,
): string | null {
  if (dimensions.length === 0) return "Nothing is ranked yet: add the dimensions that harm is weighed by.";
  if (scenarios.length === 0) return "Nothing is ranked yet: add a scenario and rate it.";
  if (version === null)
    return `Nothing is ranked under these weights: ${mistakes.get("weights") ?? mistakes.get("version") ?? "there are none"}.`;
  return computed && `Nothing is ranked: ${computed}.`;
}
