import { defaultDataDir } from "../store/default-data-dir.ts";
import type { StorePlace } from "../store/open-database.ts";

export interface StoreFlags {
  readonly data?: string;
  readonly as?: string;
}

export const dataOption = [
  "--data <folder>",
  `folder of the embedded database (default: ${defaultDataDir}, or DATABASE_URL where it is set)`,
] as const;

/** Where a command finds the register: the folder it names, else DATABASE_URL, else the folder beside it. */
export function storePlace({ data }: StoreFlags): Exclude<StorePlace, { memory: true }> {
  if (data !== undefined) return { dataDir: data };
  const url = process.env.DATABASE_URL;
  return url ? { url } : { dataDir: defaultDataDir };
}

/** The place in words, without the password that a URL may hold. */
export function placeName(place: Exclude<StorePlace, { memory: true }>): string {
  if ("dataDir" in place) return place.dataDir;
  if (!URL.canParse(place.url)) return "DATABASE_URL";
  const { host, pathname } = new URL(place.url);
  return `${host}${pathname}`;
}

/** The address of the server that holds the folder, if one does: then a command goes through it. */
export async function serverAt(place: Exclude<StorePlace, { memory: true }>): Promise<string | null> {
  if (!("dataDir" in place)) return null;
  const { folderHolder } = await import("../store/folder-lock.ts");
  return (await folderHolder(place.dataDir))?.address ?? null;
}
