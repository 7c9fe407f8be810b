import type { Portfolio } from "../../contract/portfolio.ts";
import type { RegisterState } from "../read-register.ts";
import type { StoredRecord } from "../record/record-kind.ts";

/**
 * The records in use in the shape of the portfolio file: risks by system, everything by id. A section without records
 * is left out, as an empty list of people would say that no owner exists.
 */
export function portfolioOf(state: RegisterState): Portfolio {
  const risks = inUse(state.risks).sort((a, b) => (a.system < b.system ? -1 : a.system > b.system ? 1 : 0));
  return {
    version: 1,
    ...state.settings?.record,
    ...section("people", inUse(state.people)),
    ...section("dependencies", inUse(state.dependencies)),
    ...section("systems", inUse(state.systems)),
    ...section("controls", inUse(state.controls)),
    ...section("limits", inUse(state.limits)),
    ...section("risks", risks),
  };
}

function inUse<T>(records: ReadonlyMap<string, StoredRecord<T>>): T[] {
  return [...records.values()].filter(({ retiredOn }) => retiredOn === null).map(({ record }) => record);
}

function section<K extends string, T>(key: K, records: T[]): { [P in K]?: T[] } {
  return records.length === 0 ? {} : ({ [key]: records } as { [P in K]?: T[] });
}
