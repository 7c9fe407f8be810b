import type { RecordKind } from "../../contract/event.ts";
import { Failure } from "../../contract/failure.ts";
import type { Limit } from "../../contract/record.ts";
import { limitId } from "../../portfolio/limit-id.ts";
import type { Queries } from "../../store/database.ts";
import { changeRegister } from "../change-register.ts";
import type { Context } from "../context.ts";
import { requireRightToWrite } from "../require-right-to-write.ts";
import { presentId } from "./alias-queries.ts";
import { nextVersion } from "./next-version.ts";
import { invalidInput, parseInput } from "./parse-record.ts";
import type { ListedKind, RecordOf, StoredRecord } from "./record-kind.ts";
import { selectRecords } from "./record-queries.ts";
import { recordSchema } from "./record-schema.ts";
import { requireSound } from "./require-sound.ts";
import { storeChange } from "./store-change.ts";

/** Adds a record. Its id is permanent: one that was ever given to another thing of its kind is refused. */
export async function createRecord<K extends ListedKind>(
  ctx: Context,
  kind: K,
  input: unknown,
): Promise<StoredRecord<RecordOf[K]>> {
  const record = parseRecord(kind, input);
  requireRightToWrite(ctx, kind, null, record);
  return changeRegister(ctx, async (queries) => {
    await requireFreeId(queries, kind, record.id);
    await requireSound(queries, kind, record.id, record);
    const after = nextVersion<RecordOf[K]>(null, record, ctx.now);
    await storeChange(ctx, queries, kind, { id: record.id, verb: "created", before: null, after });
    return after;
  });
}

/** A record of a request: of the right shape, without a former name, a limit with the id that its scope gives it. */
export function parseRecord<K extends ListedKind>(kind: K, input: unknown): RecordOf[K] & { id: string } {
  const { formerly, ...record } = parseInput(recordSchema[kind], input, kind);
  if (formerly !== undefined)
    throw invalidInput(kind, [
      { path: ["formerly"], what: `formerly "${formerly}" in a request`, remedy: "rename the record instead" },
    ]);
  return withId(kind, record as RecordOf[K]);
}

export function withId<K extends ListedKind>(kind: K, record: RecordOf[K]): RecordOf[K] & { id: string } {
  return kind === "limit" ? { ...record, id: limitId(record as Limit) } : (record as RecordOf[K] & { id: string });
}

/** Refuses an id that a record of the kind has, had before it was retired, or had before it was renamed. */
export async function requireFreeId(queries: Queries, kind: RecordKind, id: string): Promise<void> {
  const present = await presentId(queries, kind, id);
  if (present !== id)
    throw new Failure("already-exists", `${kind} ${id}: former id of ${kind} ${present}`, "choose another id");
  const existing = (await selectRecords(queries, kind, [id])).get(id);
  if (existing === undefined) return;
  if (existing.retiredOn === null)
    throw new Failure("already-exists", `${kind} ${id}: in the register already`, "change it, or choose another id");
  throw new Failure(
    "already-exists",
    `${kind} ${id}: retired on ${existing.retiredOn}`,
    "restore it, or choose another id",
  );
}
