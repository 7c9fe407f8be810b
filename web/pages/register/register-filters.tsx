import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { workspaceQuery } from "../../data/queries.ts";
import type { Room } from "./register-columns.tsx";
import {
  orderOf,
  type RegisterFilter,
  type RegisterSearch,
  type RegisterSearchChange,
  type RegisterSort,
  registerSorts,
} from "./register-search.ts";
import { sortWords } from "./sort-words.ts";

interface RegisterFiltersProps {
  readonly search: RegisterSearch;
  readonly onChange: (part: RegisterSearchChange) => void;
  readonly room: Room;
}

const typedFor = 180;

export function RegisterFilters({ search, onChange, room }: RegisterFiltersProps) {
  const { data: workspace } = useQuery(workspaceQuery);
  const choices: readonly { filter: RegisterFilter; title: string; all: string; of: readonly Choice[] }[] = [
    { filter: "system", title: "System", all: "every system", of: workspace?.systems ?? [] },
    { filter: "category", title: "Category", all: "every category", of: workspace?.categories ?? [] },
    { filter: "owner", title: "Owner", all: "every owner", of: workspace?.people ?? [] },
    { filter: "status", title: "Status", all: "every status", of: statuses },
    { filter: "freshness", title: "Assessed", all: "at any time", of: freshness },
  ];
  const fields = (
    <>
      {choices.map(({ filter, title, all, of }) => (
        <FilterField
          key={filter}
          title={title}
          all={all}
          of={of}
          value={search[filter]}
          onChange={(value) => onChange({ [filter]: value })}
        />
      ))}
      {/* Where not every column has a head to press, the order is chosen here. */}
      {room === "wide" ? null : <SortField search={search} onChange={onChange} />}
    </>
  );
  return (
    <search className="register-filters" aria-label="Which risks are shown">
      <SearchField value={search.q ?? ""} onChange={(q) => onChange({ q: q === "" ? undefined : q })} />
      {room === "narrow" ? (
        <details className="more-filters">
          <summary>Filter and order</summary>
          <div>{fields}</div>
        </details>
      ) : (
        fields
      )}
    </search>
  );
}

interface Choice {
  readonly id: string;
  readonly name: string;
}

const statuses: readonly Choice[] = [
  { id: "breach", name: "over tolerance" },
  { id: "warning", name: "over appetite" },
  { id: "ok", name: "within appetite" },
  { id: "unknown", name: "not rated or no line drawn" },
];
const freshness: readonly Choice[] = [
  { id: "fresh", name: "within its interval" },
  { id: "stale", name: "too long ago" },
  { id: "never-assessed", name: "never" },
];

/** Writes into the address when typing rests; what comes from the address, such as Back, is shown. */
function SearchField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const written = useRef(value);
  useEffect(() => {
    if (value !== written.current) setText(value);
    written.current = value;
  }, [value]);
  useEffect(() => {
    if (text.trim() === written.current) return;
    const timer = setTimeout(() => {
      written.current = text.trim();
      onChange(text.trim());
    }, typedFor);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest("input, select, textarea, dialog") !== null;
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  const id = useId();
  return (
    <div className="filter-field search-field">
      <label htmlFor={id}>Search</label>
      <input
        id={id}
        ref={field}
        type="search"
        placeholder="cause, event, consequence; press /"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </div>
  );
}

interface FilterFieldProps {
  readonly title: string;
  readonly all: string;
  readonly of: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function FilterField({ title, all, of, value, onChange }: FilterFieldProps) {
  const id = useId();
  return (
    <div className="filter-field" data-set={value !== undefined}>
      <label htmlFor={id}>{title}</label>
      <select
        id={id}
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
      >
        <option value="">{all}</option>
        {value !== undefined && !of.some((choice) => choice.id === value) ? (
          <option value={value}>{value}</option>
        ) : null}
        {of.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function SortField({ search, onChange }: Pick<RegisterFiltersProps, "search" | "onChange">) {
  const id = useId();
  const { sort, order } = orderOf(search);
  return (
    <div className="filter-field">
      <label htmlFor={id}>Order</label>
      <select
        id={id}
        value={`${sort} ${order}`}
        onChange={({ target }) => {
          const [by, way] = target.value.split(" ") as [RegisterSort, "ascending" | "descending"];
          onChange({ sort: by, order: way });
        }}
      >
        {registerSorts.flatMap((each) =>
          (["descending", "ascending"] as const).map((way) => (
            <option key={`${each} ${way}`} value={`${each} ${way}`}>
              {sortWords[each].title}, {sortWords[each][way]}
            </option>
          )),
        )}
      </select>
    </div>
  );
}
