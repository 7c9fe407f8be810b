import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import { sql } from "kysely";
import type { AuditRecord } from "../../src/contract/audit-record.ts";
import type { Portfolio } from "../../src/contract/portfolio.ts";
import { listAssessments } from "../../src/register/assessment/list-assessments.ts";
import { recordAssessment } from "../../src/register/assessment/record-assessment.ts";
import { keepAudit } from "../../src/register/audit/keep-audit.ts";
import { readAuditContent } from "../../src/register/audit/read-audit-content.ts";
import type { Context } from "../../src/register/context.ts";
import { listEvents } from "../../src/register/event/list-events.ts";
import { localOperator } from "../../src/register/local-operator.ts";
import { openRegister } from "../../src/register/open-register.ts";
import { applyPortfolio } from "../../src/register/portfolio/apply-portfolio.ts";
import { readRegister } from "../../src/register/read-register.ts";
import { changeRecord } from "../../src/register/record/change-record.ts";
import type { StorePlace } from "../../src/store/open-database.ts";
import { seededRandom } from "./seeded-random.ts";

/** Of each kind of change: the last one acknowledged, and the one under way when the process was killed. */
export type Progress = Record<ChangeKind, { acknowledged: number; attempted: number }>;
export type ChangeKind = "apply" | "edit" | "assess" | "audit";

/**
 * Run as a process of its own, to be killed: looks whether the database holds what its predecessors were told is
 * stored, says `verified`, then makes changes, saying `try` before and `done` after each.
 */
const { place, progress, seed, until } = JSON.parse(process.argv[2]!) as {
  place: StorePlace;
  progress: Progress;
  seed: number;
  until: "killed" | "verified";
};
const say = (text: string) => writeSync(1, `${text}\n`);
const db = await openRegister(place);
const context = (): Context => ({ db, actor: localOperator, now: new Date() });

say(JSON.stringify({ verified: await verify() }));
if (until === "verified") {
  await db.close();
  process.exit();
}
const random = seededRandom(seed);
for (let n = Math.max(...Object.values(progress).map(({ attempted }) => attempted)) + 1; ; n++) {
  const kind = (["apply", "edit", "assess", "audit"] as const)[Math.floor(random() * 4)]!;
  say(JSON.stringify({ try: kind, n }));
  await change(kind, n);
  say(JSON.stringify({ done: kind, n }));
}

function change(kind: ChangeKind, n: number): Promise<unknown> {
  switch (kind) {
    case "apply":
      return applyPortfolio(context(), { portfolio: portfolio(n), fileHash: String(n), missing: "leave" });
    case "edit":
      return changeRecord(context(), "dependency", { id: "edited", patch: { name: `change ${n}` } });
    case "assess":
      return recordAssessment(context(), {
        assessment: { risk: "assessed", inherent: { likelihood: 1 + (n % 5), impact: 1 }, note: `change ${n}` },
      });
    case "audit":
      return keepAudit(context(), { name: `change ${n}`, system: "kept", ...audit(n) });
  }
}

/** Forty risks and three systems that all bear the number of the file they were last applied from. */
function portfolio(n: number): Portfolio {
  const bears = { name: `change ${n}` };
  const systems = ["a", "b", "c"].map((id) => ({ id: `system-${id}`, ...bears }));
  return {
    version: 1,
    organization: `change ${n}`,
    systems,
    risks: Array.from({ length: 40 }, (_, i) => ({
      id: `risk-${i}`,
      ...bears,
      system: systems[i % 3]!.id,
      category: "data",
      event: "It happens",
      owner: "mara",
      ...(n % 2 === 0 ? { inherent: { likelihood: 1 + (i % 5), impact: 2 } } : {}),
    })),
  };
}

/** Of another size each time, so that a torn one would show. */
function audit(n: number) {
  const report = Buffer.from(`change ${n} `.repeat(300 + (n % 7) * 100));
  const reportHash = createHash("sha256").update(report).digest("hex");
  return {
    brief: {
      source: "a.csv",
      rows: n,
      attributes: ["sex"],
      verdicts: { within: 0, outside: 0, notEnoughEvidence: 0 },
      sentences: [],
      judged: [],
      reportHash,
      countsHash: "0".repeat(64),
      method: { name: "decision-cube", version: "1" },
    },
    content: { report, counts: Buffer.from(`${n}`) },
  };
}

/** The number of the newest kept audit, after every kept one was found whole and nothing beside them. */
async function newestAudit(ctx: Context, audits: readonly AuditRecord[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM audit_content`.execute(ctx.db.queries);
  requireSame("reports and audits", rows[0]!.n, audits.length);
  for (const { id, reportHash } of audits) {
    const report = await readAuditContent(ctx, id, "report");
    requireSame(`report of ${id}`, createHash("sha256").update(report).digest("hex"), reportHash);
  }
  return Math.max(0, ...audits.map(({ name }) => numberIn(name)));
}

async function verify(): Promise<Progress> {
  const ctx = context();
  const now = await readRegister(ctx);
  const replayed = await readRegister(ctx, { asOf: new Date("9999-01-01") });
  requireSame("tables and replayed events", asPlain(now), asPlain(replayed));

  const events = await listEvents(ctx, { order: "oldest-first", limit: 1_000_000 });
  requireSame("seq", events.map(({ seq }) => seq).join(), events.map((_, index) => index + 1).join());
  requireSame("newest seq and revision", events.length, now.revision);

  const assessments = await listAssessments(ctx, { risk: "assessed", limit: 1_000_000 });
  const recorded = events.filter(({ verb }) => verb === "assessment.recorded").map(({ after }) => after);
  requireSame(
    "assessments and their events",
    asPlain(assessments.map(({ record }) => record.id).sort()),
    asPlain(
      recorded
        .map((after) => (after as (typeof assessments)[number]).record)
        .filter(({ risk }) => risk === "assessed")
        .map(({ id }) => id)
        .sort(),
    ),
  );

  const applied = [
    now.settings?.record.organization,
    ...[...now.systems.values(), ...now.risks.values()].map(({ record }) => record.name),
  ].filter((name) => name !== "Assessed" && name !== "Kept");
  requireSame("names of everything one file applied", new Set(applied).size, 1);
  const rated = [...now.risks.values()].filter(({ record }) => record.id.startsWith("risk-") && record.inherent);
  const file = numberIn(applied[0]);
  requireSame("ratings of what the file applied", rated.length, file > 0 && file % 2 === 0 ? 40 : 0);

  const judged = now.risks.get("assessed")!.record;
  const last = assessments[0]?.record;
  requireSame("rating and newest assessment", asPlain(judged.inherent), asPlain(last?.inherent));
  return {
    apply: found("apply", file),
    edit: found("edit", numberIn(now.dependencies.get("edited")!.record.name)),
    assess: found("assess", numberIn(last?.note)),
    audit: found(
      "audit",
      await newestAudit(
        ctx,
        [...now.audits.values()].map(({ record }) => record),
      ),
    ),
  };
}

function found(kind: ChangeKind, n: number): Progress[ChangeKind] {
  const { acknowledged, attempted } = progress[kind];
  if (n !== acknowledged && n !== attempted)
    throw new Error(`${kind}: found change ${n}, and ${acknowledged} was acknowledged, ${attempted} attempted`);
  return { acknowledged: n, attempted: n };
}

function numberIn(name: string | undefined): number {
  return Number(/^change (\d+)$/.exec(name ?? "")?.[1] ?? "0");
}

function requireSame(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${what}: ${String(actual)} differs from ${String(expected)}`);
}

/** JSON with keys in one order, and maps as lists. */
function asPlain(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (part instanceof Map) return [...part.entries()];
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
