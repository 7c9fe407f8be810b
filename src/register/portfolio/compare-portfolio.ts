import { Failure, type Mistake } from "../../contract/failure.ts";
import type { PlannedChange } from "../../contract/plan.ts";
import { type Portfolio, settings as settingsSchema } from "../../contract/portfolio.ts";
import type { Limit } from "../../contract/record.ts";
import { limitId } from "../../portfolio/limit-id.ts";
import type { RegisterState } from "../read-register.ts";
import { withId } from "../record/create-record.ts";
import { isSame } from "../record/differing-fields.ts";
import { mapReferences } from "../record/map-references.ts";
import { type ListedKind, listedKinds, type RecordOf, type StoredRecord, settingsId } from "../record/record-kind.ts";
import { plural } from "../record/record-schema.ts";

type AnyRecord = RecordOf[ListedKind | "settings"];
type Stored = StoredRecord<AnyRecord>;

/** One record on which the file and the register do not agree. */
export interface Difference {
  readonly kind: ListedKind | "settings";
  readonly id: string;
  readonly action: PlannedChange["action"];
  readonly formerly: string | null;
  readonly before: Stored | null;
  /** The record as it is to be; for `retire` and `missing` as it is. */
  readonly record: AnyRecord;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  readonly unchanged: number;
}

/** Former id → present id, of each kind. */
export type Aliases = Readonly<Record<ListedKind, ReadonlyMap<string, string>>>;

/** Present id of what was renamed by this file, by kind and former id. */
type Renames = Map<string, string>;

/**
 * What a file says otherwise than the register: settings first, then kind by kind in an order in which they may refer
 * to each other, each in the order of the file. Refused where the file uses an id that belongs to another thing.
 */
export function comparePortfolio(
  { state, aliases }: { state: RegisterState; aliases: Aliases },
  portfolio: Portfolio,
  { missing }: { missing: "retire" | "leave" },
): Comparison {
  const renames: Renames = new Map();
  const clashes: Mistake[] = [];
  const compared = [compareSettings(state, portfolio)];
  for (const kind of listedKinds) {
    const kept = keptOf(state, kind);
    const entries = entriesOf(portfolio, kind, kept, renames);
    clashes.push(...clashesOf(kind, entries, kept, aliases[kind]));
    for (const { id, formerly } of entries) if (formerly !== null) renames.set(`${kind} ${formerly}`, id);
    compared.push(compareKind(kind, entries, kept, missing));
  }
  if (clashes.length > 0) throw new Failure("already-exists", clashes[0]!.what, clashes[0]!.remedy, clashes);
  return {
    differences: compared.flatMap(({ differences }) => differences).flatMap((each) => followed(each, renames)),
    unchanged: compared.reduce((sum, { unchanged }) => sum + unchanged, 0),
  };
}

interface Entry {
  readonly id: string;
  readonly formerly: string | null;
  readonly record: RecordOf[ListedKind];
}

function keptOf(state: RegisterState, kind: ListedKind): ReadonlyMap<string, Stored> {
  return state[plural(kind)];
}

function entriesOf(
  portfolio: Portfolio,
  kind: ListedKind,
  kept: ReadonlyMap<string, Stored>,
  renames: Renames,
): Entry[] {
  const formerIds = kind === "limit" ? movedLimits(kept, renames) : new Map<string, string>();
  return (portfolio[plural(kind)] ?? []).map(({ formerly, ...rest }) => {
    const record = withId(kind, rest as RecordOf[ListedKind]);
    const former = formerly ?? formerIds.get(record.id);
    return { id: record.id, formerly: former !== undefined && kept.has(former) ? former : null, record };
  });
}

/** Limits whose id is made of their scope get another one when what they are drawn for is renamed. */
function movedLimits(kept: ReadonlyMap<string, Stored>, renames: Renames): Map<string, string> {
  const moved = new Map<string, string>();
  for (const [id, stored] of kept) {
    const { id: _, ...limit } = stored.record as Limit & { id: string };
    if (limitId(limit as Limit) !== id) continue;
    const present = limitId(renamed("limit", limit as Limit, renames));
    if (present !== id) moved.set(present, id);
  }
  return moved;
}

function compareSettings(state: RegisterState, portfolio: Portfolio): Comparison {
  const record = settingsSchema.strip().parse(portfolio);
  const before = state.settings;
  if (isSame(before?.record ?? {}, record)) return { differences: [], unchanged: before === null ? 0 : 1 };
  const action = before === null ? "create" : "change";
  return {
    differences: [{ kind: "settings", id: settingsId, action, formerly: null, before, record }],
    unchanged: 0,
  };
}

function compareKind(
  kind: ListedKind,
  entries: readonly Entry[],
  kept: ReadonlyMap<string, Stored>,
  missing: "retire" | "leave",
): Comparison {
  const differences: Difference[] = [];
  const named = new Set<string>();
  for (const { id, formerly, record } of entries) {
    const before = kept.get(formerly ?? id) ?? null;
    named.add(formerly ?? id);
    const action = actionFor(before, formerly, record);
    if (action !== null) differences.push({ kind, id, action, formerly, before, record });
  }
  const unchanged = entries.length - differences.length;
  const action = missing === "retire" ? "retire" : "missing";
  for (const [id, before] of kept)
    if (!named.has(id)) differences.push({ kind, id, action, formerly: null, before, record: before.record });
  return { differences, unchanged };
}

function actionFor(before: Stored | null, formerly: string | null, record: AnyRecord): Difference["action"] | null {
  if (before === null) return "create";
  if (formerly !== null) return "rename";
  if (before.retiredOn !== null) return "restore";
  return isSame(before.record, record) ? null : "change";
}

/** What the file lacks refers to renamed records by their new ids too, retired or not. */
function followed(difference: Difference, renames: Renames): Difference[] {
  const { kind, action, before } = difference;
  if ((action !== "missing" && action !== "retire") || before === null || kind === "settings") return [difference];
  const isRetired = before.retiredOn !== null;
  const record = renames.size === 0 ? before.record : renamed(kind, before.record as RecordOf[ListedKind], renames);
  if (isSame(record, before.record)) return isRetired ? [] : [difference];
  if (isRetired) return [{ ...difference, action: "change", record }];
  return action === "retire" ? [{ ...difference, record }] : [difference, { ...difference, action: "change", record }];
}

function renamed<K extends ListedKind>(kind: K, record: RecordOf[K], renames: Renames): RecordOf[K] {
  return mapReferences(kind, record, (to, id) => renames.get(`${to} ${id}`) ?? id);
}

function clashesOf(
  kind: ListedKind,
  entries: readonly Entry[],
  kept: ReadonlyMap<string, Stored>,
  aliases: ReadonlyMap<string, string>,
): Mistake[] {
  return entries.flatMap(({ id, formerly }, index) => {
    const path = `/${plural(kind)}/${index}`;
    const holder = aliases.get(id);
    if (formerly !== null && formerly !== id && kept.has(id))
      return [
        {
          path,
          what: `${kind} ${id}: in the register already, beside ${formerly}, from which it is to be renamed`,
          remedy: "choose another id, or remove `formerly`",
        },
      ];
    if (holder === undefined || holder === formerly) return [];
    return [
      {
        path,
        what: `${kind} ${id}: a former id of ${kind} ${holder}`,
        remedy: `write "${holder}", or \`formerly: ${holder}\` to take the old id back`,
      },
    ];
  });
}
