import type { Quantification } from "../../../src/contract/detail.ts";
import { PageLink } from "../../shell/page-link.tsx";

/** The next step where nothing is in money yet: the scenario of the first risk without one, or the register. */
export function FirstScenario({ unquantified }: Pick<Quantification, "unquantified">) {
  const [first] = unquantified;
  return (
    <p className="actions first-scenario">
      {first ? (
        <PageLink className="button first" to={`/risks/${first.id}/scenario`}>
          Put “{first.name}” in numbers
        </PageLink>
      ) : null}
      <PageLink className="button" to="/register">
        To the register
      </PageLink>
    </p>
  );
}
