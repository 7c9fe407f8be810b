import { useQuery } from "@tanstack/react-query";
import { formatCount, plural } from "../../../src/chart/series/format-number.ts";
import type { System } from "../../../src/contract/record.ts";
import { dependenciesQuery } from "../../data/queries.ts";
import { PageLink } from "../../shell/page-link.tsx";
import { systemRecordsQuery } from "./system-queries.ts";

/** What the system stands on, and what else falls with it. */
export function SystemDependencies({ system }: { readonly system: System }) {
  const { data: dependencies } = useQuery(dependenciesQuery);
  const { data: systems } = useQuery(systemRecordsQuery);
  const ids = system.dependsOn ?? [];
  const shared = ids.map((id) => ({
    id,
    dependency: dependencies?.find((each) => each.id === id),
    others: systems?.filter((each) => each.id !== system.id && each.dependsOn?.includes(id)) ?? [],
  }));
  const others = new Set(shared.flatMap((each) => each.others.map(({ id }) => id))).size;
  return (
    <section className="block" aria-labelledby="dependencies">
      <header>
        <h2 className="finding" id="dependencies">
          {ids.length === 0
            ? "No dependency is written down"
            : others === 0
              ? "Nothing else stands on what it depends on"
              : `${formatCount(others, "start")} other ${plural("system", others)} ${others === 1 ? "shares" : "share"} what it depends on`}
        </h2>
      </header>
      <ul className="dependencies">
        {shared.map(({ id, dependency, others: also }) => (
          <li key={id}>
            <b>{dependency?.name ?? id}</b> <span className="hush">{dependency?.kind}</span>
            <small>
              {also.length === 0
                ? "this system only"
                : also.map(({ id: other, name }, index) => (
                    <span key={other}>
                      {index > 0 ? ", " : "also "}
                      <PageLink className="name-link" to={`/systems/${other}`}>
                        {name ?? other}
                      </PageLink>
                    </span>
                  ))}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
