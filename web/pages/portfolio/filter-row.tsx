import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { markWords } from "../../../src/chart/series/mark-kind.ts";
import { dependenciesQuery, heatMapQuery, workspaceQuery } from "../../data/queries.ts";
import type { FilterName } from "./portfolio-search.ts";
import type { PortfolioView } from "./use-portfolio-view.ts";

interface Choice {
  readonly id: string;
  readonly name: string;
}

const statuses: readonly Choice[] = [
  { id: "breach", name: markWords.breach },
  { id: "warning", name: markWords.warning },
  { id: "ok", name: markWords.ok },
  { id: "unknown", name: `${markWords.unknown} or ${markWords.unlined}` },
];

/** Which risks are shown. The four numbers above it stay those of the whole register. */
export function FilterRow({ view }: { readonly view: PortfolioView }) {
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: whole } = useQuery(heatMapQuery(view.asOf, "residual", "score", {}));
  const { data: dependencies } = useQuery(dependenciesQuery);
  if (!workspace || !whole) return <div className="filter-row" />;
  const units = [...new Set(whole.systems.flatMap(({ businessUnit }) => businessUnit ?? []))].sort();
  const isFiltered = Object.values(view.filter).some((value) => value !== undefined);
  const choose = (name: FilterName) => (value: string | undefined) => view.change({ [name]: value });
  return (
    <search className="filter-row" aria-label="Which risks are shown">
      <Filter
        label="Business unit"
        value={view.businessUnit}
        choices={units.map((unit) => ({ id: unit, name: unit }))}
        choose={choose("businessUnit")}
      />
      <Filter label="System" value={view.system} choices={workspace.systems} choose={choose("system")} />
      <Filter label="Category" value={view.category} choices={workspace.categories} choose={choose("category")} />
      <Filter label="Owner" value={view.owner} choices={workspace.people} choose={choose("owner")} />
      <Filter label="Status" value={view.status} choices={statuses} choose={choose("status")} />
      <Filter
        label="Depends on"
        value={view.dependency}
        choices={(dependencies ?? []).map(({ id, name }) => ({ id, name: name ?? id }))}
        choose={choose("dependency")}
      />
      {isFiltered ? (
        <button
          type="button"
          className="text-button"
          onClick={() =>
            view.change({
              businessUnit: undefined,
              system: undefined,
              category: undefined,
              owner: undefined,
              status: undefined,
              dependency: undefined,
            })
          }
        >
          Show all {whole.total}
        </button>
      ) : null}
    </search>
  );
}

interface FilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly choose: (value: string | undefined) => void;
}

function Filter({ label, value, choices, choose }: FilterProps) {
  const field = useId();
  if (choices.length === 0 && value === undefined) return null;
  const isKnown = value === undefined || choices.some(({ id }) => id === value);
  return (
    <div className={`filter${value === undefined ? "" : " is-on"}`}>
      <label htmlFor={field}>{label}</label>
      <select
        id={field}
        value={value ?? ""}
        onChange={({ target }) => choose(target.value === "" ? undefined : target.value)}
      >
        <option value="">all</option>
        {isKnown ? null : <option value={value}>{value}</option>}
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
