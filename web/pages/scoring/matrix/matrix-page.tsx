import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { workspaceQuery } from "../../../data/queries.ts";
import { settingsAsOfQuery } from "../../../data/settings.ts";
import { RefusalNote } from "../../../shell/refusal-note.tsx";
import { useAsOf } from "../../../shell/use-as-of.ts";
import { usePageTitle } from "../../../shell/use-page-title.ts";
import { MatrixEditor } from "./matrix-editor.tsx";
import { type MatrixSearch, readMatrixSearch } from "./matrix-search.ts";
import { useRightToSave } from "./use-right-to-save.ts";
import "../../curve/curve.css";
import "../../risk/assessment.css";
import "../../risk/new-risk.css";
import "../../scenario/scenario.css";
import "../scoring.css";
import "./matrix.css";

/** The matrix that the whole register is rated and coloured by, as it is designed. */
export function MatrixPage() {
  const [asOf] = useAsOf();
  const notSaved = useRightToSave();
  const search = useSearch({ strict: false }) as MatrixSearch;
  const navigate = useNavigate();
  const { data: workspace } = useQuery(workspaceQuery);
  const { data: stored, error, refetch } = useQuery(settingsAsOfQuery(asOf));
  usePageTitle("Matrix", workspace?.organization);
  const closed = asOf === undefined ? null : "The past is read, not edited: go back to live first.";
  if (!stored || !workspace)
    return (
      <>
        <h1 className="head-line page-head" aria-busy={!error}>
          Matrix
        </h1>
        {error ? <RefusalNote error={error} retry={() => void refetch()} /> : null}
      </>
    );
  return (
    <MatrixEditor
      // Another day is another scale: what was typed on one does not move to the other.
      key={asOf ?? "live"}
      stored={stored}
      workspace={workspace}
      search={search}
      onSearch={({ view, cells }) =>
        void navigate({
          to: ".",
          search: ((now: Record<string, unknown>) => readMatrixSearch({ ...now, view, cells })) as never,
          replace: true,
        })
      }
      closed={closed}
      notSaved={notSaved}
    />
  );
}
