import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { memo, useMemo } from "react";
import { StatusMark } from "../../../src/chart/draw/status-mark.tsx";
import { formatDate, formatDay } from "../../../src/chart/series/format-date.ts";
import { formatMoney } from "../../../src/chart/series/format-money.ts";
import { statusWord } from "../../../src/chart/series/status-word.ts";
import { type SystemRow, sortSystems, systemSorts, systemsFinding } from "../../../src/chart/series/system-list.ts";
import { heatMapQuery, workspaceQuery } from "../../data/queries.ts";
import { ShowMore, useShownRows } from "../../figure/show-more.tsx";
import { type Sort, SortHeader } from "../../figure/sort-header.tsx";
import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { RefusalNote } from "../../shell/refusal-note.tsx";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { useToday } from "../../shell/use-today.ts";
import "./system.css";

const rowsAtOnce = 100;

type SystemSort = (typeof systemSorts)[number];

export interface SystemsSearch extends SharedSearch {
  sort?: SystemSort;
  order?: "ascending" | "descending";
}

export function readSystemsSearch(search: Record<string, unknown>): SystemsSearch {
  const read: SystemsSearch = readSharedSearch(search);
  const sort = systemSorts.find((known) => known === search.sort);
  if (sort) read.sort = sort;
  if (search.order === "ascending" || search.order === "descending") read.order = search.order;
  return read;
}

const heads: readonly { sort: SystemSort; title: string; kind: "words" | "number"; room: "always" | "roomy" }[] = [
  { sort: "name", title: "System", kind: "words", room: "always" },
  { sort: "businessUnit", title: "Business unit", kind: "words", room: "roomy" },
  { sort: "status", title: "Worst risk", kind: "words", room: "roomy" },
  { sort: "risks", title: "Risks", kind: "number", room: "roomy" },
  { sort: "overLimit", title: "Over the line", kind: "number", room: "always" },
  { sort: "unrated", title: "Not rated", kind: "number", room: "roomy" },
  { sort: "loss", title: "Loss a year", kind: "number", room: "always" },
  { sort: "owner", title: "Owner", kind: "words", room: "roomy" },
  { sort: "assessed", title: "Last assessed", kind: "words", room: "roomy" },
  { sort: "deadline", title: "Next deadline", kind: "words", room: "roomy" },
];

export function SystemsPage() {
  const search = readSystemsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: map, error, refetch } = useQuery(heatMapQuery(search.asOf, "residual", "score", {}));
  const { on } = useToday();
  usePageTitle("Systems", workspace?.organization);
  const today = search.asOf ?? on;
  const sort: Sort<SystemSort> = { by: search.sort ?? "status", order: search.order ?? "descending" };
  const onSort = (next: Sort<SystemSort>) =>
    void navigate({
      to: ".",
      search: ((current: object) => ({ ...current, sort: next.by, order: next.order })) as never,
      replace: true,
    });
  const { by, order } = sort;
  const rows = useMemo(() => (map ? sortSystems(map, { by, order }) : []), [map, by, order]);
  const { shown, more } = useShownRows(rows.length, rowsAtOnce);
  return (
    <section aria-labelledby="systems-head">
      <header className="system-head">
        <h1 className="head-line" id="systems-head">
          {map ? systemsFinding(rows) : "Systems"}
        </h1>
        <p className="lede">
          Scores are never added: a system is as high as its worst risk. Money is the sum of means.
        </p>
      </header>
      {error && !map ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      {map ? (
        <table className="figures systems-table">
          <caption className="visually-hidden">Systems</caption>
          <thead>
            <tr>
              {heads.map(({ sort: column, title, kind, room }) => (
                <SortHeader
                  key={column}
                  column={column}
                  sort={sort}
                  onSort={onSort}
                  first={kind === "number" || column === "status" ? "descending" : "ascending"}
                  className={`${kind === "number" ? "number" : ""} ${room}`}
                >
                  {title}
                </SortHeader>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <Row key={row.id} row={row} currency={map.currency} today={today} />
            ))}
          </tbody>
        </table>
      ) : null}
      <ShowMore shown={shown} total={rows.length} atOnce={rowsAtOnce} of="systems" more={more} />
    </section>
  );
}

const Row = memo(function Row(props: { row: SystemRow; currency: string; today: string }) {
  const { row, currency, today } = props;
  return (
    <tr>
      <th scope="row">
        <StatusMark {...row} residual={row.worst} />{" "}
        <PageLink className="row-link" to={`/systems/${row.id}`}>
          {row.name}
        </PageLink>
        <small className="narrow-only">{row.ownerName ?? "no owner"}</small>
      </th>
      <td className="roomy">{row.businessUnit ?? <span className="hush">not said</span>}</td>
      <td className="roomy">
        {row.worst === null ? "" : <b>{row.worst}</b>} {statusWord({ ...row, residual: row.worst })}
      </td>
      <td className="number roomy">{row.risks}</td>
      <td className="number">{row.overLimit === 0 ? <span className="hush">0</span> : <b>{row.overLimit}</b>}</td>
      <td className="number roomy">{row.unrated === 0 ? <span className="hush">0</span> : row.unrated}</td>
      <td className="number">
        {row.loss === null ? <small>not in money</small> : formatMoney(row.loss, currency, "table")}
      </td>
      <td className="roomy">{row.ownerName ?? <b>nobody</b>}</td>
      <td className="roomy">
        {row.assessed === null ? "never" : formatDate(row.assessed, today)}
        {row.freshness === "stale" ? <b>, some stale</b> : null}
      </td>
      <td className="roomy">
        {row.deadline === null ? (
          <span className="hush">none</span>
        ) : row.deadline < today ? (
          <b>{formatDay(row.deadline, today)}, passed</b>
        ) : (
          formatDay(row.deadline, today)
        )}
      </td>
    </tr>
  );
});
