import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { workspaceQuery } from "../data/queries.ts";
import { type WallClock, wallClock } from "../data/wall-clock.ts";

/** Date and time in the organisation's time zone, to the minute. */
export function useToday(): WallClock & { readonly timeZone: string } {
  const { data: workspace } = useQuery(workspaceQuery);
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 20_000);
    return () => clearInterval(timer);
  }, []);
  const timeZone = workspace?.timeZone ?? "UTC";
  return { ...wallClock(now, timeZone), timeZone };
}
