import { useId } from "react";
import { formatNames, topicNames } from "../../../src/chart/series/signal-words.ts";
import type { SignalsSearch } from "./signals-search.ts";

interface SignalFiltersProps {
  readonly search: SignalsSearch;
  readonly systems: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (part: Partial<Record<keyof SignalsSearch, string | undefined>>) => void;
}

const stateNames = { observed: "Observed", open: "Open", resolved: "Resolved" } as const;

/** Which signals are shown, each choice in the address. */
export function SignalFilters({ search, systems, onChange }: SignalFiltersProps) {
  const { topic, format, system, state, metric } = search;
  return (
    <fieldset className="filter-row" aria-label="Which signals">
      <Choice
        title="About"
        value={topic}
        all="any topic"
        options={Object.entries(topicNames)}
        onChange={(topic) => onChange({ topic })}
      />
      <Choice
        title="System"
        value={system}
        all="any system"
        options={systems.map(({ id, name }) => [id, name])}
        onChange={(system) => onChange({ system })}
      />
      <Choice
        title="From"
        value={format}
        all="any tool"
        options={Object.entries(formatNames)}
        onChange={(format) => onChange({ format })}
      />
      <Choice
        title="State"
        value={state}
        all="any state"
        options={Object.entries(stateNames)}
        onChange={(state) => onChange({ state })}
      />
      {metric === undefined ? null : (
        <span className="filter is-on">
          Metric <code>{metric}</code>{" "}
          <button type="button" className="text-button" onClick={() => onChange({ metric: undefined })}>
            any metric
          </button>
        </span>
      )}
    </fieldset>
  );
}

function Choice(props: {
  readonly title: string;
  readonly value: string | undefined;
  readonly all: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string | undefined) => void;
}) {
  const { title, value, all, options, onChange } = props;
  const id = useId();
  return (
    <span className={value === undefined ? "filter" : "filter is-on"}>
      <label htmlFor={id}>{title}</label>
      <select id={id} value={value ?? ""} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{all}</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
