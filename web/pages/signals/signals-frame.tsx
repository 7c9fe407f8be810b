import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { workspaceQuery } from "../../data/queries.ts";
import { useAsOf } from "../../shell/use-as-of.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import "./signals.css";

const views = [
  { to: "/signals", title: "Stream" },
  { to: "/signals/unassigned", title: "Unassigned" },
  { to: "/signals/sources", title: "Sources" },
] as const;

interface SignalsFrameProps {
  readonly title: string;
  /** What the page comes to, in a sentence. */
  readonly finding: string;
  readonly lede: string;
  readonly isBusy: boolean;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** What the views of signals have in common: the finding, what it is about, and the way to the other views. */
export function SignalsFrame({ title, finding, lede, isBusy, tools, children }: SignalsFrameProps) {
  const [asOf] = useAsOf();
  const { data: workspace } = useQuery(workspaceQuery);
  usePageTitle(title, workspace?.organization);
  return (
    <section className="signals-page" aria-labelledby="signals-head" aria-busy={isBusy}>
      <header className="page-head signals-head">
        <div>
          <h1 className="head-line" id="signals-head">
            {finding}
          </h1>
          <p className="lede">{lede}</p>
          {asOf === undefined ? null : <p className="hush">Signals are shown as they stand now, not as of a day.</p>}
        </div>
        {tools}
      </header>
      <nav className="choices signals-views" aria-label="Signals">
        {views.map((view) => (
          <Link key={view.to} to={view.to} activeOptions={{ exact: true, includeSearch: false }}>
            {view.title}
          </Link>
        ))}
      </nav>
      {children}
    </section>
  );
}
