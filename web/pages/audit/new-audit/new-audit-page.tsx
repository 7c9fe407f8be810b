import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { formatNumber } from "../../../../src/chart/series/format-number.ts";
import type { MadeAudit, ReceivedDecisions } from "../../../../src/contract/kept-audit.ts";
import { type CubeColumns, cubeFromColumns } from "../../../../src/engine/fairness/cube/cube-columns.ts";
import type { DecisionCube } from "../../../../src/engine/fairness/cube/decision-cube.ts";
import { actingPerson } from "../../../data/acting-person.ts";
import { workspaceQuery } from "../../../data/queries.ts";
import { Refusal } from "../../../data/request.ts";
import { PageLink } from "../../../shell/page-link.tsx";
import { useAsOf } from "../../../shell/use-as-of.ts";
import { usePageTitle } from "../../../shell/use-page-title.ts";
import { useReadingOnly } from "../../../shell/use-reading-only.ts";
import { useToday } from "../../../shell/use-today.ts";
import { readAuditsSearch } from "../audits-search.ts";
import { auditBody } from "./audit-body.ts";
import { type AuditDraft, draftOf } from "./audit-draft.ts";
import { AuditForm } from "./audit-form.tsx";
import { type AuditMistakes, mistakesInAudit, placeAuditRefusal } from "./audit-mistakes.ts";
import { AuditResult } from "./audit-result.tsx";
import { DropZone } from "./drop-zone.tsx";
import { handedFile } from "./handed-file.ts";
import { ProgressNote } from "./progress-note.tsx";
import { useNewAudit, workRefusal } from "./use-new-audit.ts";
import "../../risk/assessment.css";
import "../../risk/new-risk.css";
import "../audits.css";
import "./new-audit.css";

/** From a file of decisions to an audit: drop it, say what its columns mean, look at the figures, keep them. */
export function NewAuditPage() {
  const { system } = readAuditsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const closed = useReadingOnly();
  const [asOf] = useAsOf();
  // Whoever may read may look; keeping needs a person.
  const past = asOf === undefined ? null : closed;
  const { data: workspace } = useQuery(workspaceQuery);
  const { on: today } = useToday();
  const { work, send, audit, stop, dismiss } = useNewAudit();
  const [file, setFile] = useState<File | null>(null);
  const [received, setReceived] = useState<ReceivedDecisions | null>(null);
  const [draft, setDraft] = useState<AuditDraft | null>(null);
  const [mistakes, setMistakes] = useState<AuditMistakes>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [made, setMade] = useState<(MadeAudit & { readonly cube: DecisionCube }) | null>(null);
  usePageTitle("New audit", workspace?.organization);

  const take = async (next: File) => {
    setFile(next);
    setReceived(null);
    setMade(null);
    setMistakes({});
    setRefusal(null);
    const answer = await send(next);
    if (!answer) return;
    setReceived(answer);
    setDraft((typed) => {
      const fresh = draftOf(answer, { today, system });
      // The same columns again, after the server forgot the file: what was typed still holds.
      const isSame = typed && Object.keys(typed.roles).join("\n") === Object.keys(fresh.roles).join("\n");
      return isSame ? typed : fresh;
    });
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const handed = handedFile.take();
    if (handed) void latest.current(handed);
  }, []);
  // A file dropped beside its place would else be opened by the browser, in the place of this page.
  useEffect(() => {
    const ignore = (event: Event) => event.preventDefault();
    for (const kind of ["dragover", "drop"]) addEventListener(kind, ignore);
    return () => {
      for (const kind of ["dragover", "drop"]) removeEventListener(kind, ignore);
    };
  }, []);
  // What a page becomes after long work is read from its beginning.
  const stage = made ? "result" : received ? "mapping" : "file";
  const before = useRef(stage);
  useEffect(() => {
    if (before.current !== stage) {
      window.scrollTo(0, 0);
      document.querySelector<HTMLElement>("main h1")?.focus();
    }
    before.current = stage;
  }, [stage]);

  const point = (fields: AuditMistakes, whole: string | null) => {
    setMistakes(fields);
    setRefusal(whole);
    requestAnimationFrame(() => focusMistake());
  };
  const run = async (after: "keep" | "look") => {
    if (!received || !draft || !file) return;
    const found = mistakesInAudit(draft, after);
    if (Object.keys(found).length > 0) return point(found, null);
    point({}, null);
    const answer = await audit(auditBody(draft, received, after), file);
    if (answer?.audit) void navigate({ to: `/audits/${answer.audit.id}` as never });
    else if (answer) setMade({ ...answer, cube: cubeFromColumns(answer.counts as unknown as CubeColumns) });
  };
  const failed = work.kind === "refused" ? work.error : null;
  // Refused for what was typed: said beside the fields. Anything else stays a note, and nothing typed is lost.
  useEffect(() => {
    if (!failed || !received) return;
    if (failed instanceof Refusal) {
      const { fields, whole } = placeAuditRefusal(failed.problem);
      setMistakes(fields);
      setRefusal(whole);
      // What is wrong with the mapping or the settings is corrected there.
      if (Object.keys(fields).some((field) => !keepFields.includes(field))) setMade(null);
    } else setRefusal(workRefusal(failed));
    requestAnimationFrame(() => focusMistake());
  }, [failed, received]);

  const progress =
    work.kind === "sending" && file ? (
      <ProgressNote
        doing={
          work.share === null
            ? `Looking at the columns of ${file.name}`
            : `Sending ${file.name}, ${megabytes(file.size)}`
        }
        share={work.share}
        onStop={stop}
      />
    ) : work.kind === "auditing" && received ? (
      <ProgressNote doing={`Counting ${received.name} and measuring its groups`} share={work.share} onStop={stop} />
    ) : null;

  if (made && draft && received)
    return (
      <AuditResult
        made={made}
        cube={made.cube}
        draft={draft}
        mistakes={mistakes}
        refusal={refusal ?? (work.kind === "stopped" ? "stopped before it was kept" : null)}
        progress={progress}
        onChange={(part) => setDraft({ ...draft, ...part })}
        closed={closed}
        onKeep={() => void run("keep")}
        onBack={() => setMade(null)}
      />
    );
  return (
    <article className="new-audit" aria-labelledby="new-audit-head">
      <header className="page-head">
        <p className="hush">
          <PageLink className="name-link" to="/audits">
            Audits
          </PageLink>
        </p>
        <h1 className="head-line" id="new-audit-head" tabIndex={-1}>
          {received ? "What do its columns mean?" : "A file of decisions in, an audit out"}
        </h1>
        <p className="lede">
          {received
            ? `${received.name}, ${megabytes(received.bytes)}, read as ${formatWords[received.format]}. What was guessed from names and values is marked: correct it where it is wrong.`
            : "Nothing of any row is kept, and nothing leaves this server: decisions are counted by group, and the file is forgotten."}
        </p>
      </header>
      {received && draft && workspace ? (
        <AuditForm
          received={received}
          draft={draft}
          workspace={workspace}
          mistakes={mistakes}
          refusal={refusal}
          stopped={work.kind === "stopped"}
          past={past}
          closed={closed}
          progress={progress}
          today={today}
          approver={workspace.people.find(({ id }) => id === actingPerson.get())?.name ?? ""}
          onChange={(next) => {
            setDraft(next);
            if (Object.keys(mistakes).length > 0) setMistakes({});
            setRefusal(null);
            if (work.kind !== "idle") dismiss();
          }}
          onSubmit={(after) => void run(after)}
          onFile={(next) => void take(next)}
        />
      ) : (
        (progress ?? (
          <>
            {failed && file ? (
              <p className="missing" role="alert">
                <b>{file.name} was not taken:</b> {workRefusal(failed)}.
              </p>
            ) : null}
            {work.kind === "stopped" && file ? (
              <p className="missing" role="status">
                Stopped: {file.name} was not taken.
              </p>
            ) : null}
            <DropZone onFile={(next) => void take(next)} closed={past} />
          </>
        ))
      )}
    </article>
  );
}

const formatWords: Readonly<Record<ReceivedDecisions["format"], string>> = {
  csv: "CSV",
  parquet: "Parquet",
  ndjson: "NDJSON",
  json: "JSON",
};

const keepFields = ["name", "system", "risk"];

function focusMistake(): void {
  document.querySelector<HTMLElement>("main :is([aria-invalid=true], .missing[tabindex])")?.focus();
}

function megabytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)} bytes`;
  return bytes < 1_000_000 ? `${formatNumber(bytes / 1000)} kB` : `${formatNumber(bytes / 1_000_000, 1)} MB`;
}
