import { useId, useState } from "react";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { Vote } from "../../../src/contract/workshop.ts";
import { LevelSelect } from "./level-select.tsx";
import { RefusedNote } from "./refused-note.tsx";
import type { WorkshopActs } from "./use-workshop-act.ts";

interface ReviseFormProps {
  readonly vote: Vote;
  readonly riskName: string;
  readonly isOutlier: boolean;
  readonly scale: Workspace["scale"];
  readonly acts: WorkshopActs;
  /** Says up whether something is typed that is not kept. */
  readonly onTyped: (risk: string, state: "typed" | "kept") => void;
}

interface Revision {
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly reason: string;
}

/** One's own vote once all are seen: who lies apart says why, and anybody may revise with a reason. */
export function ReviseForm({ vote, riskName, isOutlier, scale, acts, onTyped }: ReviseFormProps) {
  const isAsked = isOutlier && vote.reason === undefined;
  const [typed, setTyped] = useState<Revision | null>(null);
  const [tried, setTried] = useState<"not-yet" | "tried">("not-yet");
  const heading = useId();
  const begin = () => setTyped({ likelihood: vote.likelihood, impact: vote.impact, reason: vote.reason ?? "" });
  const stop = () => {
    setTyped(null);
    setTried("not-yet");
    onTyped(vote.risk, "kept");
  };
  if (typed === null)
    return (
      <p className="actions revise-offer">
        {isAsked ? <b>Your vote lies apart from the others. Why do you see it differently?</b> : null}
        <button type="button" className="button" onClick={begin}>
          {isAsked ? "Say why, or revise" : "Revise my vote"}
          <span className="visually-hidden"> on {riskName}</span>
        </button>
      </p>
    );
  const change = (part: Partial<Revision>) => {
    setTyped({ ...typed, ...part });
    onTyped(vote.risk, "typed");
  };
  const { likelihood, impact } = typed;
  const reason = typed.reason.trim();
  const isWhole = likelihood !== null && impact !== null && reason !== "";
  const keep = async () => {
    setTried("tried");
    if (!isWhole || acts.state === "sending") return;
    if (await acts.run({ kind: "vote", risk: vote.risk, body: { likelihood, impact, reason } })) stop();
  };
  const missing = (value: unknown) => (tried === "tried" && value === null ? "choose a level" : undefined);
  return (
    <form
      className="revise-form"
      aria-labelledby={heading}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h4 id={heading}>Your vote on {riskName}</h4>
      <div className="agreed-fields">
        <LevelSelect
          axis="likelihood"
          title="Likelihood"
          scale={scale}
          value={likelihood}
          mistake={missing(likelihood)}
          onChange={(level) => change({ likelihood: level })}
        />
        <LevelSelect
          axis="impact"
          title="Impact"
          scale={scale}
          value={impact}
          mistake={missing(impact)}
          onChange={(level) => change({ impact: level })}
        />
        <div className="text-field">
          <label htmlFor={`${heading}-reason`}>Reason, required</label>
          <textarea
            id={`${heading}-reason`}
            rows={2}
            maxLength={4000}
            value={typed.reason}
            aria-invalid={tried === "tried" && reason === ""}
            aria-describedby={`${heading}-why`}
            onChange={({ target }) => change({ reason: target.value })}
          />
          <small id={`${heading}-why`} className={tried === "tried" && reason === "" ? "field-mistake" : "hush"}>
            {tried === "tried" && reason === "" ? "say why, since the others’ votes can be seen" : "All read it."}
          </small>
        </div>
      </div>
      <RefusedNote acts={acts} of={["vote"]} risk={vote.risk} />
      <p className="actions">
        <button type="submit" className="button first" aria-disabled={acts.state === "sending"}>
          Keep it with this reason
        </button>
        <button type="button" className="button" onClick={stop}>
          Leave it as it is
        </button>
        <small className="hush">Your blind vote stays beside it.</small>
      </p>
    </form>
  );
}
