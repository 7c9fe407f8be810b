import { useEffect } from "react";

/** Names the browser's tab: "Portfolio · Northwind Group · Plimsoll". */
export function usePageTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts.filter((part) => part !== undefined), "Plimsoll"].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
