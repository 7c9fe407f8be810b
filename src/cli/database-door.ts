import { createHash } from "node:crypto";
import type { Actor } from "../contract/actor.ts";
import { Failure } from "../contract/failure.ts";
import type { Portfolio } from "../contract/portfolio.ts";
import { writePortfolio } from "../portfolio/write-portfolio.ts";
import type { Context } from "../register/context.ts";
import { localOperator } from "../register/local-operator.ts";
import { openRegister } from "../register/open-register.ts";
import { applyPortfolio } from "../register/portfolio/apply-portfolio.ts";
import { exportPortfolio } from "../register/portfolio/export-portfolio.ts";
import { type PortfolioInput, planPortfolio } from "../register/portfolio/plan-portfolio.ts";
import { listRecords } from "../register/record/list-records.ts";
import { readRecord } from "../register/record/read-record.ts";
import type { StorePlace } from "../store/open-database.ts";
import { writeBackup } from "../store/write-backup.ts";
import type { PortfolioFile, RegisterDoor } from "./register-door.ts";

/** The register in a database that this process opens for itself. */
export async function databaseDoor(place: StorePlace, name: string, as: string | undefined): Promise<RegisterDoor> {
  const db = await openRegister(place);
  const local = (): Context => ({ db, actor: localOperator, now: new Date() });
  const contextFor = async (portfolio?: Portfolio): Promise<Context> =>
    as === undefined ? local() : { ...local(), actor: await personNamed(local(), as, portfolio) };
  const inputOf = ({ bytes, portfolio, missing }: PortfolioFile): PortfolioInput => ({
    portfolio,
    fileHash: createHash("sha256").update(bytes).digest("hex"),
    missing,
  });
  return {
    name,
    async plan(file) {
      const input = inputOf(file);
      return planPortfolio(await contextFor(input.portfolio), input);
    },
    async apply(file, { planned, note }) {
      const input = inputOf(file);
      return applyPortfolio(await contextFor(input.portfolio), { ...input, planned, note });
    },
    exported: async () => writePortfolio(await exportPortfolio(local())),
    backup: (path) => writeBackup(db, path, new Date()),
    close: () => db.close(),
  };
}

/** The person of the register; before any was recorded, one of the file, who then records the first. */
async function personNamed(ctx: Context, id: string, portfolio: Portfolio | undefined): Promise<Actor> {
  const person = { kind: "person", id, authenticated: false } as const;
  if ((await listRecords(ctx, "person", { limit: 1, retired: "included" })).total === 0) {
    const isListed = portfolio?.people?.some((listed) => listed.id === id) ?? false;
    if (isListed) return { ...person, roles: ["administrator"] };
    throw new Failure(
      "not-found",
      `person ${id}: not in the file's people`,
      "name one of them with --as, or leave it out",
    );
  }
  const { record, retiredOn } = await readRecord(ctx, "person", id);
  if (retiredOn !== null) throw new Failure("forbidden", `person ${id}: retired on ${retiredOn}`, "name another one");
  return { ...person, roles: record.roles ?? ["viewer"] };
}
