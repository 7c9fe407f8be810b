import type { Portfolio } from "../../contract/portfolio.ts";
import type { Queries } from "../../store/database.ts";
import { referencesOf } from "./map-references.ts";
import { invalidInput } from "./parse-record.ts";
import { portfolioFindings } from "./portfolio-findings.ts";
import { type ListedKind, listedKinds, type RecordOf, settingsId } from "./record-kind.ts";
import { isInUse, selectRecords } from "./record-queries.ts";
import { plural } from "./record-schema.ts";

/** Refuses a record that refers to what is not there, or whose levels, dates or amounts do not fit the settings. */
export async function requireSound<K extends ListedKind>(
  queries: Queries,
  kind: K,
  id: string,
  record: RecordOf[K],
): Promise<void> {
  const portfolio = await neighbourhood(queries, kind, id, record);
  const findings = portfolioFindings(portfolio, (path) => path[0] === plural(kind) && path[1] === 0).map((finding) => ({
    ...finding,
    path: finding.path.slice(2),
  }));
  if (findings.length > 0) throw invalidInput(`${kind} ${id}`, findings);
}

/** A portfolio of the settings, the record and what it refers to, so that one record is checked as a whole file is. */
async function neighbourhood<K extends ListedKind>(
  queries: Queries,
  kind: K,
  id: string,
  record: RecordOf[K],
): Promise<Portfolio> {
  const settings = (await selectRecords(queries, "settings", [settingsId])).get(settingsId)?.record;
  const portfolio: Record<string, unknown> = { version: 1, ...settings };
  const references = referencesOf(kind, record);
  for (const each of listedKinds) {
    const ids = references.filter((reference) => reference.kind === each).map((reference) => reference.id);
    // As in a file, owners are looked up only where people are listed at all.
    if (each === "person" && !(await isInUse(queries, "person"))) continue;
    const found = ids.length === 0 ? new Map() : await selectRecords(queries, each, ids);
    portfolio[plural(each)] = [...found.entries()]
      .filter(([foundId, { retiredOn }]) => retiredOn === null && !(each === kind && foundId === id))
      .map(([, stored]) => stored.record);
  }
  portfolio[plural(kind)] = [record, ...((portfolio[plural(kind)] as unknown[] | undefined) ?? [])];
  return portfolio as Portfolio;
}
