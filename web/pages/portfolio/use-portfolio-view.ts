import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Measure } from "../../../src/contract/heat-map.ts";
import type { State } from "../../../src/contract/score-report.ts";
import type { RiskFilter } from "../../data/queries.ts";
import type { PortfolioSearch } from "./portfolio-search.ts";

const route = getRouteApi("/");

export interface PortfolioView extends PortfolioSearch {
  readonly by: State;
  readonly measure: Measure;
  readonly filter: RiskFilter;
  /** Changes the address. Opening a risk can be gone back from; a switch or a filter replaces the last one. */
  readonly change: (part: Partial<PortfolioSearch>, history?: "push" | "replace") => void;
  readonly open: (risk: string) => void;
}

/** The state of the portfolio page, read from the address and written to it. */
export function usePortfolioView(): PortfolioView {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (part: Partial<PortfolioSearch>, history: "push" | "replace" = "replace") => {
      void navigate({
        search: (before) => ({ ...before, ...part }),
        replace: history === "replace",
        resetScroll: false,
      });
    },
    [navigate],
  );
  const open = useCallback((risk: string) => change({ risk, tab: undefined }, "push"), [change]);
  const { system, category, owner, businessUnit, status, dependency } = search;
  const filter = useMemo(
    () => ({ system, category, owner, businessUnit, status, dependency }),
    [system, category, owner, businessUnit, status, dependency],
  );
  return { ...search, by: search.by ?? "residual", measure: search.measure ?? "score", filter, change, open };
}
