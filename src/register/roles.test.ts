import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPayload } from "../../test/harness/read-payload.ts";
import { contextOf } from "../../test/harness/register.ts";
import { type Role, roles } from "../contract/roles.ts";
import type { Database } from "../store/database.ts";
import { listAssessments } from "./assessment/list-assessments.ts";
import { recordAssessment } from "./assessment/record-assessment.ts";
import { keepAudit } from "./audit/keep-audit.ts";
import { retireAudit } from "./audit/retire-audit.ts";
import { changeSettings } from "./change-settings.ts";
import type { Context } from "./context.ts";
import { listEvents } from "./event/list-events.ts";
import { openRegister } from "./open-register.ts";
import { applyPortfolio } from "./portfolio/apply-portfolio.ts";
import { planPortfolio } from "./portfolio/plan-portfolio.ts";
import { readRegister } from "./read-register.ts";
import { changeRecord } from "./record/change-record.ts";
import { createRecord } from "./record/create-record.ts";
import { listRecords } from "./record/list-records.ts";
import { renameRecord } from "./record/rename-record.ts";
import { restoreRecord } from "./record/restore-record.ts";
import { retireRecord } from "./record/retire-record.ts";
import { createAssignmentRule } from "./signal/keep-assignment-rule.ts";
import { keepReceived } from "./signal/keep-received.ts";
import { createToken } from "./token/create-token.ts";
import { listTokens } from "./token/list-tokens.ts";
import { revokeToken } from "./token/revoke-token.ts";

const judged = { likelihood: 1, impact: 1, basis: "judged", by: "mara", reason: "Seen", reviewBy: "2027-01-01" };
const limit = { scope: "portfolio", measure: "residualScore", appetite: 4, tolerance: 9 };

const content = { report: Buffer.from("r"), counts: Buffer.from("c") };
const brief = {
  source: "a.csv",
  rows: 1,
  attributes: ["sex"],
  verdicts: { within: 0, outside: 0, notEnoughEvidence: 0 },
  sentences: [],
  judged: [],
  reportHash: "0".repeat(64),
  countsHash: "0".repeat(64),
  method: { name: "decision-cube", version: "1" },
};

/** Each verb, the least role that may, and a call of it. `n` makes ids differ from call to call. */
const verbs: [string, Role, (ctx: Context, n: number) => Promise<unknown>][] = [
  ["read the register", "viewer", (ctx) => readRegister(ctx)],
  ["list records", "viewer", (ctx) => listRecords(ctx, "risk")],
  ["list events", "viewer", (ctx) => listEvents(ctx)],
  ["list assessments", "viewer", (ctx) => listAssessments(ctx, { risk: "bias" })],
  ["plan", "viewer", (ctx) => planPortfolio(ctx, { portfolio: { version: 1 }, fileHash: "", missing: "leave" })],
  ["create a system", "contributor", (ctx, n) => createRecord(ctx, "system", { id: `s-${n}` })],
  ["create a control", "contributor", (ctx, n) => createRecord(ctx, "control", { id: `c-${n}`, status: "planned" })],
  ["create a dependency", "contributor", (ctx, n) => createRecord(ctx, "dependency", { id: `d-${n}`, kind: "model" })],
  ["change a risk", "contributor", (ctx, n) => changeRecord(ctx, "risk", { id: "bias", patch: { name: `n ${n}` } })],
  ["rename a control", "contributor", (ctx, n) => renameRecord(ctx, "control", { id: "review", to: `review-${n}` })],
  ["retire a dependency", "contributor", (ctx) => retireRecord(ctx, "dependency", { id: "bureau" })],
  ["restore a dependency", "contributor", (ctx) => restoreRecord(ctx, "dependency", { id: "bureau" })],
  [
    "assess a risk",
    "contributor",
    (ctx) => recordAssessment(ctx, { assessment: { risk: "bias", inherent: { likelihood: 2, impact: 2 } } }),
  ],
  [
    "judge a residual rating",
    "approver",
    (ctx, n) =>
      recordAssessment(ctx, { assessment: { risk: "bias", residual: { ...judged, reason: `Seen ${n} times` } } }),
  ],
  [
    "change a judged rating",
    "approver",
    (ctx, n) => changeRecord(ctx, "risk", { id: "bias", patch: { residual: { ...judged, reason: `Again ${n}` } } }),
  ],
  ["keep an audit", "contributor", (ctx) => keepAudit(ctx, { name: "a", system: "scoring", brief, content })],
  [
    "retire an audit",
    "contributor",
    async (ctx) => {
      const [id] = (await readRegister(contextOf(ctx.db))).audits.keys();
      return retireAudit(ctx, id!);
    },
  ],
  ["send signals", "contributor", ({ actor, db }) => keepReceived({ db }, [{ ...readPayload([]), actor }], () => null)],
  [
    "make an assignment rule",
    "contributor",
    (ctx, n) => createAssignmentRule(ctx, { id: `rule-${n}`, when: { metric: "f1" }, system: "scoring" }),
  ],
  ["create a limit", "approver", (ctx, n) => createRecord(ctx, "limit", { ...limit, id: `l-${n}` })],
  ["change settings", "approver", (ctx, n) => changeSettings(ctx, { settings: { organization: `Org ${n}` } })],
  [
    "apply settings",
    "approver",
    (ctx, n) =>
      applyPortfolio(ctx, { portfolio: { version: 1, organization: `File ${n}` }, fileHash: "", missing: "leave" }),
  ],
  ["create a person", "administrator", (ctx, n) => createRecord(ctx, "person", { id: `p-${n}` })],
  ["make a token", "administrator", (ctx) => createToken(ctx, { holder: { service: "ci", roles: ["viewer"] } })],
  ["list tokens", "administrator", (ctx) => listTokens(ctx)],
];

describe("roles", () => {
  let db: Database;
  let n = 0;
  beforeAll(async () => {
    db = await openRegister({ memory: true });
    const ctx = contextOf(db);
    await createRecord(ctx, "person", { id: "mara" });
    await createRecord(ctx, "system", { id: "scoring" });
    await createRecord(ctx, "dependency", { id: "bureau", kind: "vendor" });
    await createRecord(ctx, "control", { id: "review", status: "working" });
    await createRecord(ctx, "risk", { id: "bias", system: "scoring", category: "data", event: "E", owner: "mara" });
  });
  afterAll(() => db.close());

  for (const [what, least, verb] of verbs)
    for (const role of roles) {
      const may = roles.indexOf(role) >= roles.indexOf(least);
      it(`${role} ${may ? "may" : "may not"} ${what}`, async () => {
        const before = await readRegister(contextOf(db));
        const done = verb(contextOf(db, { role }), ++n);
        if (may) await done;
        else {
          await expect(done).rejects.toMatchObject({ code: "forbidden" });
          expect(await readRegister(contextOf(db))).toEqual(before);
        }
      });
    }

  it("nobody without a role may read", async () => {
    const ctx = { ...contextOf(db), actor: { ...contextOf(db).actor, roles: [] } };
    await expect(readRegister(ctx)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("only an administrator may revoke a token", async () => {
    const { id } = await createToken(contextOf(db), { holder: { person: "mara" } });
    await expect(revokeToken(contextOf(db, { role: "approver" }), id)).rejects.toMatchObject({ code: "forbidden" });
    await revokeToken(contextOf(db), id);
  });
});
