import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useRef, useState } from "react";
import { registerFinding, registerMeasure } from "../../../src/chart/series/register-sentences.ts";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import { overviewQuery, workspaceQuery } from "../../data/queries.ts";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useReadingOnly } from "../../shell/use-reading-only.ts";
import { useToday } from "../../shell/use-today.ts";
import { AssessmentDialog } from "../risk/assessment-dialog.tsx";
import { NewRisk } from "../risk/new-risk.tsx";
import { SaveNote } from "../risk/save-note.tsx";
import { useSaveRisk } from "../risk/use-save-risk.ts";
import { columnsFor } from "./register-columns.tsx";
import { RegisterFilters } from "./register-filters.tsx";
import { RegisterGrid } from "./register-grid.tsx";
import { orderOf, type RegisterSearchChange, readRegisterSearch } from "./register-search.ts";
import { sortWords } from "./sort-words.ts";
import { useRegisterRows } from "./use-register-rows.ts";
import { useRoom } from "./use-room.ts";
import "./register.css";

const noFilter = {
  q: undefined,
  system: undefined,
  category: undefined,
  owner: undefined,
  status: undefined,
  freshness: undefined,
} as const;
const askedEveryMs = 90;
const noRows = { first: 0, last: 0 };

export function RegisterPage() {
  const search = readRegisterSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: overview } = useQuery(overviewQuery(search.asOf));
  const today = useToday();
  const readingOnly = useReadingOnly();
  const { room, rowHeight } = useRoom();
  const [range, setRange] = useState(noRows);
  const [assessed, setAssessed] = useState<RiskFigures | null>(null);
  const isInUse = useRef(false);
  const rows = useRegisterRows(search, range, isInUse);
  const { state: saveState, save, dismiss } = useSaveRisk(rows.replace);
  usePageTitle("Register", workspace?.organization);

  const change = useCallback(
    (part: RegisterSearchChange) => {
      isInUse.current = false;
      setRange(noRows);
      void navigate({
        to: ".",
        search: ((current: Record<string, unknown>) => readRegisterSearch({ ...current, ...part })) as never,
        replace: true,
      });
    },
    [navigate],
  );
  const open = (risk: RiskFigures) => void navigate({ to: `/risks/${risk.id}` as never });
  const onEdited = useCallback(
    (risk: RiskFigures, field: "name" | "owner", value: string) => {
      void save({
        risk: risk.id,
        riskName: risk.name,
        version: risk.version,
        said:
          field === "name"
            ? `name “${value}”`
            : `owner ${workspace?.people.find(({ id }) => id === value)?.name ?? value}`,
        request: { verb: "PATCH", body: { [field]: value } },
      });
    },
    [save, workspace],
  );
  const context = useMemo(() => {
    const names = new Map(workspace?.categories.map(({ id, name }) => [id, name]));
    return {
      currency: workspace?.currency ?? "EUR",
      today: search.asOf ?? today.on,
      categoryName: (id: string) => names.get(id) ?? id,
    };
  }, [workspace, search.asOf, today.on]);
  const waiting = useRef<{ range: typeof noRows; timer: ReturnType<typeof setTimeout> | undefined }>(null);
  const onRange = useCallback((first: number, last: number) => {
    // Who flings through thousands of rows passes most pages unseen: a few times a second is asked for what is in view.
    const timer =
      waiting.current?.timer ??
      setTimeout(() => {
        if (waiting.current) setRange(waiting.current.range);
        waiting.current = null;
      }, askedEveryMs);
    waiting.current = { range: { first, last }, timer };
  }, []);
  const onUse = useCallback(
    (use: "in-use" | "left") => {
      isInUse.current = use === "in-use";
      if (use === "left" && rows.state === "held") rows.reload();
    },
    [rows],
  );
  const { sort, order } = orderOf(search);
  const isFiltered = Object.keys(noFilter).some((name) => search[name as keyof typeof noFilter] !== undefined);

  return (
    <section className="register" aria-labelledby="register-finding">
      <header className="page-head">
        <h1 className="head-line" id="register-finding">
          {overview ? registerFinding(overview) : "Register"}
        </h1>
        <NewRisk />
        <p className="lede">
          {rows.total === null
            ? "Reading the register"
            : registerMeasure({
                shown: rows.total,
                all: overview?.risks ?? rows.total,
                order: `${sortWords[sort].title}, ${sortWords[sort][order]}`,
              })}
          {isFiltered ? (
            <button type="button" className="text-button" onClick={() => change(noFilter)}>
              Clear
              <span className="visually-hidden"> search and filters</span>
            </button>
          ) : null}
          {rows.state === "held" ? (
            <button
              type="button"
              className="pill"
              onClick={() => {
                isInUse.current = false;
                rows.reload();
              }}
            >
              Order changed: show it
            </button>
          ) : null}
        </p>
      </header>
      <RegisterFilters search={search} onChange={change} room={room} />
      {rows.error ? (
        <RefusalNote error={rows.error} retry={rows.reload} />
      ) : rows.total === 0 ? (
        <NoMatch isFiltered={isFiltered} />
      ) : (
        <RegisterGrid
          search={search}
          room={room}
          rowHeight={rowHeight}
          columns={columnsFor[room]}
          context={context}
          people={workspace?.people ?? []}
          total={rows.total ?? 24}
          state={rows.total === null ? "loading" : rows.state}
          rowAt={rows.rowAt}
          onRange={onRange}
          onUse={onUse}
          onSort={change}
          onOpen={open}
          readOnly={readingOnly ?? undefined}
          onEdited={onEdited}
          onAssess={setAssessed}
        />
      )}
      <p className="keys hush">
        Arrow keys move, Enter opens, E or F2 edits name, owner and ratings in place, / searches.
      </p>
      <div className="note-rail">
        <SaveNote state={saveState} save={(again) => void save(again)} dismiss={dismiss} />
      </div>
      {assessed ? <AssessmentDialog risk={assessed} onClose={() => setAssessed(null)} onSaved={rows.replace} /> : null}
    </section>
  );
}

function NoMatch({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <div className="no-match">
      <p className="finding">{isFiltered ? "No risk matches." : "No risk is written down yet."}</p>
      <p className="lede">
        {isFiltered
          ? "Every word that is searched for must stand in a risk’s name, cause, event, consequence, system or owner."
          : "Write down the first with New risk, or many at once in your file: plimsoll apply your.yaml"}
      </p>
    </div>
  );
}
