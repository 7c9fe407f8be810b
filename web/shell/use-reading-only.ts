import { actingPerson } from "../data/acting-person.ts";
import { useObservable } from "../data/observable.ts";
import { useAsOf } from "./use-as-of.ts";

/** Null where the page may change something; else why it may not, and what to do about it. */
export function useReadingOnly(): string | null {
  const [asOf] = useAsOf();
  const person = useObservable(actingPerson);
  if (asOf !== undefined) return "The past is read, not edited: go back to live first.";
  return person === null ? "Choose a person under “Acting as” first." : null;
}
