import { Failure } from "../../contract/failure.ts";
import type { Study } from "../../contract/study.ts";
import type { RegisterFigures } from "../figures/register-figures.ts";
import type { StoredRecord } from "../record/record-kind.ts";

/** A kept study, retired or not, as it was when the figures were recorded. */
export function findStudy({ state }: Pick<RegisterFigures, "state">, id: string): StoredRecord<Study> {
  const found = state.studies.get(id);
  if (found === undefined)
    throw new Failure("not-found", `study ${id}: not in the register`, "list the studies by GET /v1/studies");
  return found;
}
