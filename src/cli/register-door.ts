import type { Applied, Plan } from "../contract/plan.ts";
import type { Portfolio } from "../contract/portfolio.ts";

/** A portfolio file as it was read, for planning and applying. */
export interface PortfolioFile {
  readonly bytes: Uint8Array;
  readonly portfolio: Portfolio;
  readonly missing: "retire" | "leave";
}

/** What commands ask of a register, in a database that they open or at the server that has it open. */
export interface RegisterDoor {
  /** The database or the server, in words. */
  readonly name: string;
  plan(file: PortfolioFile): Promise<Plan>;
  apply(file: PortfolioFile, agreed: { readonly planned: Plan; readonly note?: string | undefined }): Promise<Applied>;
  /** The register as YAML. */
  exported(): Promise<string>;
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}
