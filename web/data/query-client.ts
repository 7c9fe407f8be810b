import { keepPreviousData, QueryClient } from "@tanstack/react-query";
import { ServerGone } from "./request.ts";

/** Answers stay good until the live stream says otherwise; while a new one is on its way the last one stays. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      placeholderData: keepPreviousData,
      refetchOnWindowFocus: false,
      retry: (failures, error) => error instanceof ServerGone && failures < 2,
    },
  },
});
