import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { Actor } from "../../contract/actor.ts";
import { readPortfolioOrFail } from "../../portfolio/read-portfolio.ts";
import { newestSeq } from "../../register/event/newest-seq.ts";
import { applyPortfolio } from "../../register/portfolio/apply-portfolio.ts";
import type { Database } from "../../store/database.ts";
import { moveDates } from "./move-dates.ts";
import { history, replay } from "./replay.ts";

const seeder: Actor = { kind: "system", id: "example", roles: ["viewer"], authenticated: true };
const folder = new URL("../../../examples/northwind/", import.meta.url);

/**
 * Fills an empty register with the invented Northwind Group and its last four months, so that the map has a past.
 * Dates are moved so that the last step lies just before `now`: the example is as fresh as on the day it was written.
 */
export async function seedExample(db: Database, { now }: { now: Date }): Promise<void> {
  if ((await newestSeq({ db, actor: seeder, now })) > 0) return;
  const [portfolioText, historyText] = await Promise.all(
    ["plimsoll.yaml", "history.yaml"].map((name) => readFile(new URL(name, folder), "utf8")),
  );
  const { reference } = history.parse(parse(historyText!));
  const days = Math.floor((now.getTime() - Date.parse(`${reference}T00:00:00Z`)) / 86_400_000);
  const { portfolio } = readPortfolioOrFail(new TextEncoder().encode(moveDates(portfolioText!, days)), "northwind");
  const past = history.parse(parse(moveDates(historyText!, days)));
  for (const step of replay(portfolio, past)) {
    const actor: Actor = { kind: "person", id: step.by, roles: ["administrator"], authenticated: false };
    await applyPortfolio(
      { db, actor, now: step.at < now ? step.at : now },
      {
        portfolio: step.portfolio,
        fileHash: createHash("sha256").update(JSON.stringify(step.portfolio)).digest("hex"),
        missing: "leave",
        note: step.note,
      },
    );
  }
}
