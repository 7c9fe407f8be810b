import { useQuery } from "@tanstack/react-query";
import { type Role, roles } from "../../../../src/contract/roles.ts";
import { actingPerson } from "../../../data/acting-person.ts";
import { useObservable } from "../../../data/observable.ts";
import { workspaceQuery } from "../../../data/queries.ts";

/** Null where the person may save settings; else why not. The server decides; this says it before the work is done. */
export function useRightToSave(): string | null {
  const person = useObservable(actingPerson);
  const { data: workspace } = useQuery(workspaceQuery);
  if (person === null) return "It can be tried and exported. To save it, choose a person under “Acting as”.";
  const known = workspace?.people.find(({ id }) => id === person);
  if (!workspace || known?.roles.some((role) => roles.indexOf(role as Role) >= roles.indexOf("approver"))) return null;
  return (
    `It can be tried and exported. Saving the scale needs the role approver or administrator; ` +
    `${known?.name ?? person} has ${known && known.roles.length > 0 ? known.roles.join(", ") : "no role"}.`
  );
}
