import { Failure } from "../contract/failure.ts";
import type { Database } from "../store/database.ts";
import { openDatabase, type StorePlace } from "../store/open-database.ts";
import { StoreRefusal } from "../store/store-refusal.ts";

/** Opens the store for verbs, with its schema brought up to date. */
export async function openRegister(
  place: StorePlace,
  options: { now?: Date; backups?: string } = {},
): Promise<Database> {
  const { now = new Date(), ...rest } = options;
  return asFailure(() => openDatabase(place, { now, ...rest }));
}

/** The store knows nothing of our failures; its refusals become failures of the same code here. */
export async function asFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreRefusal) throw new Failure(error.code, error.message, error.remedy);
    throw error;
  }
}
