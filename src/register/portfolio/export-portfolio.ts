import type { Portfolio } from "../../contract/portfolio.ts";
import type { Context } from "../context.ts";
import { readRegister } from "../read-register.ts";
import { portfolioOf } from "./portfolio-of.ts";

/** The records in use as a portfolio; applied again it changes nothing. */
export async function exportPortfolio(ctx: Context): Promise<Portfolio> {
  return portfolioOf(await readRegister(ctx));
}
