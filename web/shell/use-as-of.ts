import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { AsOf } from "../data/queries.ts";

/** The day as of which the page is shown, and how to change it; undefined is live. It lives in the address. */
export function useAsOf(): [asOf: AsOf, show: (asOf: AsOf) => void] {
  const { asOf } = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = useCallback(
    (next: AsOf) => {
      void navigate({ to: ".", search: (search) => ({ ...search, asOf: next }), replace: true });
    },
    [navigate],
  );
  return [asOf, show];
}
