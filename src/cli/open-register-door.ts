import type { RegisterDoor } from "./register-door.ts";
import type { StoreFlags } from "./store-place.ts";

/** The register where the flags say it is: through the server that holds the folder, if one does. */
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
