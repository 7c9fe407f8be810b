import { Link } from "@tanstack/react-router";

/** The pages about the year's loss; whose loss it is goes along. */
export function LossTabs({ scope }: { readonly scope: string | undefined }) {
  const kept = scope === undefined || scope.startsWith("risk:") ? {} : { scope };
  return (
    <nav className="choices loss-tabs" aria-label="The year’s loss">
      <Link
        to="/curve"
        search={{ ...kept, ...(scope === undefined ? {} : { scope }) }}
        activeOptions={{ includeSearch: false }}
      >
        Curve
      </Link>
      <Link to="/contributions" search={kept} activeOptions={{ includeSearch: false }}>
        Where it comes from
      </Link>
    </nav>
  );
}
