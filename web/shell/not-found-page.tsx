import { useLocation } from "@tanstack/react-router";
import { PageLink } from "./page-link.tsx";
import { usePageTitle } from "./use-page-title.ts";

export function NotFoundPage() {
  const { pathname } = useLocation();
  usePageTitle("No such page");
  return (
    <section className="full-page">
      <h1 className="head-line">No page stands at this address.</h1>
      <p className="lede">
        <code>{pathname}</code> names nothing here. It may have been renamed; search by name with Ctrl K.
      </p>
      <p>
        <PageLink to="/" className="button">
          To the portfolio
        </PageLink>
      </p>
    </section>
  );
}
