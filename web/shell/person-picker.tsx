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
      <label htmlFor={field}>
        Acting as<span className="visually-hidden">, not authenticated</span>
      </label>
      <select
        id={field}
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
      <small aria-hidden="true">{known ? "not authenticated" : "choose a person to edit"}</small>
    </div>
  );
}
