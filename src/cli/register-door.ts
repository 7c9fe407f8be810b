import type { Applied, Plan } from "../contract/plan.ts";
import type { StoreFlags } from "./store-place.ts";

/** A portfolio file as it was read, for planning and applying. */
export interface PortfolioFile {
  readonly bytes: Uint8Array;
  readonly missing: "retire" | "leave";
}

/** What commands ask of a register, in a database that they open or at the server that has it open. */
export interface RegisterDoor {
  /** The database or the server, in words. */
  readonly name: string;
  plan(file: PortfolioFile): Promise<Plan>;
  apply(file: PortfolioFile, planned: Plan): Promise<Applied>;
  /** The register as YAML. */
  exported(): Promise<string>;
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}

export async function openRegisterDoor(flags: StoreFlags): Promise<RegisterDoor> {
  const { placeName, serverAt, storePlace } = await import("./store-place.ts");
  const place = storePlace(flags);
  const address = await serverAt(place);
  if (address !== null) {
    const { serverDoor } = await import("./server-door.ts");
    return serverDoor(address, flags.as);
  }
  const { databaseDoor } = await import("./database-door.ts");
  return databaseDoor(place, placeName(place), flags.as);
}
