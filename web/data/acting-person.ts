import { keptText } from "./kept-text.ts";
import { observable } from "./observable.ts";

const kept = keptText("plimsoll.person");

/** Id of the person this browser says it acts as; nobody has proved it. Null reads only. */
export const actingPerson = observable<string | null>(kept.read());

export function actAs(person: string | null): void {
  kept.write(person);
  actingPerson.set(person);
}
