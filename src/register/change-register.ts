import type { Queries } from "../store/database.ts";
import type { Context } from "./context.ts";
import { asFailure } from "./open-register.ts";
import { lockRegister } from "./register-queries.ts";

/**
 * Runs a change of records in one transaction, one after the other: what a change has checked (that a system exists,
 * that a level is on the scale) still holds when it is committed. Signals and jobs do not wait for it.
 */
export function changeRegister<T>({ db }: Pick<Context, "db">, work: (queries: Queries) => Promise<T>): Promise<T> {
  return asFailure(() =>
    db.transaction(async (queries) => {
      await lockRegister(queries);
      return work(queries);
    }),
  );
}
