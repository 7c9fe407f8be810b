import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { actAs, actingPerson } from "../data/acting-person.ts";
import { useObservable } from "../data/observable.ts";
import { workspaceQuery } from "../data/queries.ts";

/** Who the page says it acts as. Until sign-in exists nobody proves it, and that is said beside the name. */
export function PersonPicker() {
  const { data: workspace } = useQuery(workspaceQuery);
  const person = useObservable(actingPerson);
  const field = useId();
  const people = workspace?.people ?? [];
  const known = people.some(({ id }) => id === person);
  return (
    <div className="person-picker">
      <label htmlFor={field}>Acting as</label>
      <select
        id={field}
        aria-describedby={`${field}-note`}
        value={known ? (person ?? "") : ""}
        onChange={({ target }) => actAs(target.value === "" ? null : target.value)}
      >
        <option value="">nobody, reading only</option>
        {people.map(({ id, name, roles }) => (
          <option key={id} value={id}>
            {name}
            {roles.length > 0 ? `, ${roles.join(", ")}` : ""}
          </option>
        ))}
      </select>
      <small id={`${field}-note`}>
        {known
          ? "not authenticated"
          : workspace && people.length === 0
            ? "to edit, write people in your file"
            : "to edit, choose yourself here"}
      </small>
    </div>
  );
}
