import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { Actor } from "../../contract/actor.ts";
import type { Portfolio } from "../../contract/portfolio.ts";
import { readPortfolioOrFail } from "../../portfolio/read-portfolio.ts";
import { keepAudit } from "../../register/audit/keep-audit.ts";
import { limitsToJudge } from "../../register/audit/limits-to-judge.ts";
import type { Context } from "../../register/context.ts";
import { newestSeq } from "../../register/event/newest-seq.ts";
import { applyPortfolio } from "../../register/portfolio/apply-portfolio.ts";
import { createStudy } from "../../register/study/create-study.ts";
import type { Database } from "../../store/database.ts";
import { type ExampleAuditMaker, exampleAuditMaker } from "./example-audit-maker.ts";
import { type ExampleAudit, exampleAudits } from "./example-audits.ts";
import { exampleStudies } from "./example-studies.ts";
import { exampleWorkshops, workshopSteps } from "./example-workshops.ts";
import { moveDates } from "./move-dates.ts";
import { history, replay } from "./replay.ts";

const seeder: Actor = { kind: "system", id: "example", roles: ["viewer"], authenticated: true };
const folder = new URL("../../../examples/northwind/", import.meta.url);

/**
 * Fills an empty register with the invented Northwind Group, its last four months, its audits, studies and workshops, so
 * that the map has a past. Dates are moved so that the last step lies just before `now`: the example is as fresh as on the
 * day it was written.
 */
export async function seedExample(db: Database, { now }: { now: Date }): Promise<void> {
  if ((await newestSeq({ db, actor: seeder, now })) > 0) return;
  const maker = exampleAuditMaker();
  try {
    await fill(db, now, maker);
  } finally {
    await maker.end();
  }
}

async function fill(db: Database, now: Date, maker: ExampleAuditMaker): Promise<void> {
  const [portfolioText, historyText, auditsText, studiesText, workshopsText] = await Promise.all(
    ["plimsoll.yaml", "history.yaml", "audits.yaml", "studies.yaml", "workshops.yaml"].map((name) =>
      readFile(new URL(name, folder), "utf8"),
    ),
  );
  const { reference } = history.parse(parse(historyText!));
  const days = Math.floor((now.getTime() - Date.parse(`${reference}T00:00:00Z`)) / 86_400_000);
  const { portfolio } = readPortfolioOrFail(new TextEncoder().encode(moveDates(portfolioText!, days)), "northwind");
  const past = history.parse(parse(moveDates(historyText!, days)));
  const audits = exampleAudits.parse(parse(moveDates(auditsText!, days)));
  const made = maker.make(await Promise.all(audits.map((audit) => taskOf(audit, portfolio))));
  const context = (by: string, at: Date): Context => {
    const actor: Actor = { kind: "person", id: by, roles: ["administrator"], authenticated: false };
    return { db, actor, now: at < now ? at : now };
  };
  const audited = audits.map(({ at, by, name, system, risk }, k) => ({
    at: new Date(at),
    record: async () => keepAudit(context(by, new Date(at)), { name, system, risk, ...(await made[k]!) }),
  }));
  const applied = replay(portfolio, past).map(({ at, by, note, portfolio: stood }) => ({
    at,
    record: () =>
      applyPortfolio(context(by, at), {
        portfolio: stood,
        fileHash: createHash("sha256").update(JSON.stringify(stood)).digest("hex"),
        missing: "leave",
        note,
      }),
  }));
  const studied = exampleStudies.parse(parse(moveDates(studiesText!, days))).map(({ at, by, ...study }) => ({
    at: new Date(at),
    record: () => createStudy(context(by, new Date(at)), study),
  }));
  const met = exampleWorkshops
    .parse(parse(moveDates(workshopsText!, days)))
    .flatMap((workshop) => workshopSteps(workshop, context));
  const inOrder = [...applied, ...audited, ...studied, ...met].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { record } of inOrder) await record();
}

/** What an audit is held to are the lines as the example's file has them: none of them was ever another. */
async function taskOf(audit: ExampleAudit, { limits = [] }: Portfolio) {
  return {
    audit,
    counts: await readFile(new URL(`audits/${audit.counts}`, folder), "utf8"),
    limits: limitsToJudge(limits, audit),
  };
}
