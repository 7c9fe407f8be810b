import type { Workspace } from "../../../src/contract/detail.ts";
import type { Workshop } from "../../../src/contract/workshop.ts";

/** What whoever acts may do in a workshop, and why not what they may not. */
export interface WorkshopRoles {
  /** Their id where they take part; null for anybody else. */
  readonly voter: string | null;
  /** Null where they may reveal, close and drop; else why not, and what to do about it. */
  readonly notFacilitator: string | null;
  /** Null where they may vote; else why not, and what to do about it. */
  readonly notVoter: string | null;
  /** The facilitator in whose place an administrator acts. */
  readonly inPlaceOf: string | null;
}

/** `closed` says why nothing may be changed at all: a past day, or nobody chosen. */
export function workshopRoles(
  { facilitator, participants }: Pick<Workshop, "facilitator" | "participants">,
  { person, closed, people }: { person: string | null; closed: string | null; people: Workspace["people"] },
): WorkshopRoles {
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name ?? id;
  const isAdministrator = people.find(({ id }) => id === person)?.roles.includes("administrator") ?? false;
  const takesPart = person !== null && participants.includes(person);
  const leads = person === facilitator;
  return {
    voter: takesPart && closed === null ? person : null,
    notVoter:
      closed ??
      (takesPart
        ? null
        : `Only participants vote, and they are named when a workshop is opened. Ask ${nameOf(facilitator)}, who facilitates it.`),
    notFacilitator:
      closed ??
      (leads || isAdministrator
        ? null
        : `${nameOf(facilitator)}, who facilitates it, reveals the votes and closes it.`),
    inPlaceOf: closed === null && !leads && isAdministrator ? nameOf(facilitator) : null,
  };
}
