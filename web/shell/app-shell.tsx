import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { ChartDefinitions } from "../../src/chart/draw/chart-definitions.tsx";
import { useLiveStream } from "../data/live-stream.ts";
import { workspaceQuery } from "../data/queries.ts";
import { AsOfNotice } from "./as-of-notice.tsx";
import { ConnectionNotice } from "./connection-notice.tsx";
import { EmptyRegister } from "./empty-register.tsx";
import { ExampleBanner } from "./example-banner.tsx";
import { RefusalNote } from "./refusal-note.tsx";
import { TopBar } from "./top-bar.tsx";
import { useAsOf } from "./use-as-of.ts";

/** What every page stands in. Without a workspace there is nothing to show: the server is asked for it first. */
export function AppShell() {
  useLiveStream(useQueryClient());
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const [asOf] = useAsOf();
  const workspace = useQuery(workspaceQuery);
  // Decisions can be audited, and judgements weighed, before the first system is written down.
  const needsSystems = !pathname.startsWith("/audits") && !pathname.startsWith("/scoring");
  const isEmpty = workspace.data?.counts.systems === 0 && asOf === undefined && needsSystems;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is what moves the focus to its beginning
  useEffect(() => {
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [pathname]);

  return (
    <>
      <a className="skip-link" href="#content">
        To the content
      </a>
      <ChartDefinitions />
      <TopBar workspace={workspace.data} />
      <ConnectionNotice />
      <AsOfNotice />
      {workspace.data?.example ? <ExampleBanner organization={workspace.data.organization} /> : null}
      <main id="content" ref={main} tabIndex={-1} className="page">
        {workspace.data ? (
          isEmpty ? (
            <EmptyRegister />
          ) : (
            <Outlet />
          )
        ) : workspace.error ? (
          <RefusalNote error={workspace.error} retry={() => void workspace.refetch()} />
        ) : null}
      </main>
    </>
  );
}
