import { useSyncExternalStore } from "react";
import type { Room } from "./register-columns.tsx";

const narrow = matchMedia("(max-width: 640px)");
const medium = matchMedia("(max-width: 1180px)");
const coarse = matchMedia("(pointer: coarse)");
const lists = [narrow, medium, coarse];

function follow(listener: () => void): () => void {
  for (const list of lists) list.addEventListener("change", listener);
  return () => {
    for (const list of lists) list.removeEventListener("change", listener);
  };
}

function roomNow(): Room {
  return narrow.matches ? "narrow" : medium.matches ? "medium" : "wide";
}

/** How much room the table has, and how high a row is there in px: every row the same, so that 20,000 need no measuring. */
export function useRoom(): { readonly room: Room; readonly rowHeight: number } {
  const room = useSyncExternalStore(follow, roomNow);
  const pointer = useSyncExternalStore(follow, () => (coarse.matches ? "coarse" : "fine"));
  return { room, rowHeight: room === "narrow" ? 52 : pointer === "coarse" ? 38 : 27 };
}
