import { VoteStripChart } from "../../../src/chart/draw/vote-strip-chart.tsx";
import { initials } from "../../../src/chart/series/initials.ts";
import { layoutVoteStrip, type StripVote } from "../../../src/chart/series/vote-strip.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { Vote, WorkshopDetail } from "../../../src/contract/workshop.ts";
import { useElementWidth } from "../../figure/use-element-width.ts";

interface VoteStripsProps {
  readonly spread: WorkshopDetail["spread"][number];
  /** Of one risk. */
  readonly votes: readonly Vote[];
  readonly participants: readonly string[];
  readonly person: string | null;
  readonly workspace: Workspace;
}

/** How the votes on a risk lie, by likelihood and by impact. */
export function VoteStrips({ spread, votes, participants, person, workspace }: VoteStripsProps) {
  const { people, scale } = workspace;
  const names = initials(participants.map((by) => people.find(({ id }) => id === by)?.name ?? by));
  const marksOf = (axis: "likelihood" | "impact"): StripVote[] =>
    votes.map((vote) => ({
      by: vote.by,
      initials: names[participants.indexOf(vote.by)] ?? "?",
      level: vote[axis],
      blind: vote.blind !== undefined && vote.blind[axis] !== vote[axis] ? vote.blind[axis] : null,
      kind: spread.outliers.includes(vote.by) ? "apart" : vote.by === person ? "own" : "plain",
    }));
  return (
    <div className="vote-strips">
      {(["likelihood", "impact"] as const).map((axis) => (
        <VoteStrip
          key={axis}
          title={axis === "likelihood" ? "Likelihood" : "Impact"}
          votes={marksOf(axis)}
          levels={scale[axis].map(({ name }) => name)}
          median={spread[axis].median}
        />
      ))}
    </div>
  );
}

function VoteStrip(props: { title: string; votes: StripVote[]; levels: string[]; median: number }) {
  const { title, votes, levels, median } = props;
  const [frame, width] = useElementWidth<HTMLDivElement>();
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <div ref={frame}>
        {width === null ? null : <VoteStripChart layout={layoutVoteStrip(votes, { levels, median, width })} />}
      </div>
    </figure>
  );
}
