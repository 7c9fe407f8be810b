import type { Queries } from "../../store/database.ts";
import { readRegisterNow } from "../read-register.ts";
import { selectAliases } from "../record/alias-queries.ts";
import { type Assigner, assignerOf } from "./assigner.ts";

/** The assigner of what the tables say now, within a transaction. */
export async function assignerNow(queries: Queries): Promise<Assigner> {
  return assignerOf(await readRegisterNow(queries), await selectAliases(queries, "system"));
}
