import { CopyCommand } from "../../../shell/copy-command.tsx";

interface NothingToTryProps {
  readonly why: "no-scores" | "regression" | "too-many-groups";
}

const words = {
  "no-scores": {
    head: "No score column was counted; audit again with --score.",
    lede: "A threshold needs the score that each decision was made from. The counts of this audit hold decisions only.",
    command: "plimsoll audit FILE --score COLUMN",
  },
  regression: {
    head: "A prediction of an amount has no threshold.",
    lede: "Thresholds are tried on scores that select: audit a file with a label of two classes and a score from 0 to 1.",
    command: "plimsoll audit FILE --label COLUMN --score COLUMN",
  },
  "too-many-groups": {
    head: "Too many groups to give each a threshold.",
    lede: "Every protected attribute of this audit has more than 40 values. Audit again with fewer, such as bands of age.",
    command: "plimsoll audit FILE --protected COLUMN --score COLUMN",
  },
} as const;

/** Why no threshold can be tried, and what to do so that it can. */
export function NothingToTry({ why }: NothingToTryProps) {
  const { head, lede, command } = words[why];
  return (
    <section className="full-page nothing-to-try">
      <h2 className="head-line">{head}</h2>
      <p className="lede">{lede}</p>
      <CopyCommand command={command} />
    </section>
  );
}
