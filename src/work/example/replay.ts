import { z } from "zod";
import type { Portfolio } from "../../contract/portfolio.ts";

const kinds = ["settings", "dependency", "system", "control", "limit", "risk"] as const;
const sections = {
  dependency: "dependencies",
  system: "systems",
  control: "controls",
  limit: "limits",
  risk: "risks",
} as const;
const recordName = z.strictObject({ kind: z.enum(kinds), id: z.string() });
const setting = recordName.extend({
  fields: z.record(z.string(), z.unknown()).optional(),
  absent: z.literal(true).optional(),
});

const moment = { at: z.iso.datetime(), by: z.string(), note: z.string() };

/** How an example came to stand where its portfolio file has it; the format is told in examples/northwind/history.yaml. */
export const history = z.strictObject({
  /** The day on which the dates of file and history are right; they are moved with the day of the replay. */
  reference: z.iso.date(),
  start: z.strictObject({ ...moment, set: z.array(setting) }),
  steps: z.array(
    z.strictObject({ ...moment, set: z.array(setting).optional(), restore: z.array(recordName).optional() }),
  ),
});
export type History = z.infer<typeof history>;

export interface ReplayedStep {
  readonly at: Date;
  readonly by: string;
  readonly note: string;
  /** The whole portfolio as it stood after the step. */
  readonly portfolio: Portfolio;
}

type Fields = Record<string, unknown>;

/** The portfolio after each step of a history, oldest first; after the last it equals `final`, order aside. */
export function replay(final: Portfolio, { start, steps }: Pick<History, "start" | "steps">): ReplayedStep[] {
  let current = final;
  for (const change of start.set) current = set(current, change);
  const replayed = [{ at: new Date(start.at), by: start.by, note: start.note, portfolio: current }];
  for (const step of steps) {
    for (const change of step.set ?? []) current = set(current, change);
    for (const name of step.restore ?? []) current = restore(current, final, name);
    replayed.push({ at: new Date(step.at), by: step.by, note: step.note, portfolio: current });
  }
  return replayed;
}

function set(portfolio: Portfolio, { kind, id, fields, absent }: z.infer<typeof setting>): Portfolio {
  if (kind === "settings") return withFields(portfolio as Fields, fields ?? {}) as Portfolio;
  const section = sections[kind];
  const records = (portfolio[section] ?? []) as Fields[];
  if (!records.some((record) => record.id === id)) throw new Error(`history: ${kind} ${id} is not in the portfolio`);
  const changed = absent
    ? records.filter((record) => record.id !== id)
    : records.map((record) => (record.id === id ? withFields(record, fields ?? {}) : record));
  return { ...portfolio, [section]: changed } as Portfolio;
}

function restore(portfolio: Portfolio, final: Portfolio, { kind, id }: z.infer<typeof recordName>): Portfolio {
  if (kind === "settings") {
    const { dependencies, systems, controls, limits, risks } = portfolio;
    return { ...final, dependencies, systems, controls, limits, risks };
  }
  const section = sections[kind];
  const wanted = ((final[section] ?? []) as Fields[]).find((record) => record.id === id);
  if (wanted === undefined) throw new Error(`history: ${kind} ${id} is not in the portfolio`);
  const records = (portfolio[section] ?? []) as Fields[];
  const known = records.some((record) => record.id === id);
  return {
    ...portfolio,
    [section]: known ? records.map((record) => (record.id === id ? wanted : record)) : [...records, wanted],
  } as Portfolio;
}

/** A field given as null is taken away. */
function withFields(record: Fields, fields: Fields): Fields {
  return Object.fromEntries(Object.entries({ ...record, ...fields }).filter(([, value]) => value !== null));
}
