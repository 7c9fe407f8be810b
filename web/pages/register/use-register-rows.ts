import { useQueries, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useState } from "react";
import type { RegisterPage } from "../../../src/contract/detail.ts";
import type { RiskFigures } from "../../../src/contract/heat-map.ts";
import { read } from "../../data/request.ts";
import { type HeldPage, holdOrder } from "./held-page.ts";
import { orderOf, type RegisterSearch } from "./register-search.ts";

const rowsPerRequest = 100;
const keptForMs = 60_000;

interface RegisterRows {
  readonly rowAt: (index: number) => RiskFigures | undefined;
  /** Null until the first page has come. */
  readonly total: number | null;
  readonly error: Error | null;
  readonly state: "current" | "loading" | "held";
  readonly reload: () => void;
  /** Puts a risk's new figures where it stands, in whatever page that is. */
  readonly replace: (risk: RiskFigures) => void;
}

/** The rows from `first` to `last` of the register, read page by page; pages out of view are forgotten after a while. */
export function useRegisterRows(
  search: RegisterSearch,
  { first, last }: { readonly first: number; readonly last: number },
  isInUse: RefObject<boolean>,
): RegisterRows {
  const queries = useQueryClient();
  const from = Math.floor(Math.max(0, first) / rowsPerRequest);
  const to = Math.floor(Math.max(0, last) / rowsPerRequest);
  const { asOf, q, system, category, owner, status, freshness } = search;
  const question = { asOf, q, system, category, owner, status, freshness, ...orderOf(search) };
  const pages = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, offset) => {
      const page = from + offset;
      return {
        queryKey: ["register", page, question] as const,
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<HeldPage> => {
          // The register's cursors are positions: any page can be read without the ones before it.
          const cursor = page === 0 ? undefined : page * rowsPerRequest;
          const answer = await read<RegisterPage>("/v1/risks", { ...question, limit: rowsPerRequest, cursor }, signal);
          return { ...answer, order: "current" };
        },
        gcTime: keptForMs,
        placeholderData: (previous: HeldPage | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
          query?.queryKey[1] === page ? previous : undefined,
        structuralSharing: (shown: unknown, arrived: unknown) =>
          shown !== undefined && isInUse.current ? holdOrder(shown as HeldPage, arrived as HeldPage) : arrived,
      };
    }),
  });
  const known = new Map(pages.map(({ data }, offset) => [from + offset, data]));
  const any = pages.find(({ data }) => data !== undefined)?.data;
  // Where no page in view has come yet, the register is still as long as it was: the scrollbar must not jump.
  const [lastTotal, setLastTotal] = useState<number | null>(null);
  const total = any?.total ?? lastTotal;
  if (total !== lastTotal) setLastTotal(total);
  const error = pages.find((page) => page.error !== null && page.data === undefined)?.error ?? null;
  const reload = useCallback(() => {
    void queries.invalidateQueries({ queryKey: ["register"] });
  }, [queries]);
  const replace = useCallback(
    (risk: RiskFigures) => {
      queries.setQueriesData<HeldPage>({ queryKey: ["register"] }, (page) =>
        page?.items.some(({ id }) => id === risk.id)
          ? { ...page, items: page.items.map((row) => (row.id === risk.id ? risk : row)) }
          : page,
      );
    },
    [queries],
  );
  return {
    rowAt: (index) => known.get(Math.floor(index / rowsPerRequest))?.items[index % rowsPerRequest],
    total,
    error,
    state: pages.some(({ isPlaceholderData }) => isPlaceholderData)
      ? "loading"
      : pages.some(({ data }) => data?.order === "held")
        ? "held"
        : "current",
    reload,
    replace,
  };
}
