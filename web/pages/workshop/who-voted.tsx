import { formatCount, formatNumber, plural } from "../../../src/chart/series/format-number.ts";
import type { Workspace } from "../../../src/contract/detail.ts";
import type { WorkshopDetail } from "../../../src/contract/workshop.ts";

interface WhoVotedProps {
  readonly detail: WorkshopDetail;
  readonly people: Workspace["people"];
}

/** Who has rated how many risks: nothing of how. The order is the workshop's and stays while counts move. */
export function WhoVoted({ detail: { workshop, voted }, people }: WhoVotedProps) {
  const { participants, risks, facilitator } = workshop;
  const counts = new Map(voted?.map(({ by, risks: count }) => [by, count]));
  const done = participants.filter((by) => counts.get(by) === risks.length).length;
  return (
    <section className="block" aria-labelledby="who-voted">
      <header>
        <h2 className="finding" id="who-voted" aria-live="polite">
          {voted === null
            ? "How many had voted is not kept"
            : done === 0
              ? "Nobody has rated every risk yet"
              : `${formatCount(done, "start")} of ${formatCount(participants.length)} ${plural("person", participants.length, "people")} ${done === 1 ? "has" : "have"} rated every risk`}
        </h2>
      </header>
      {voted === null ? (
        <p className="measure">Votes were blind on that day: neither they nor their number are shown.</p>
      ) : (
        <table className="figures who-voted">
          <caption className="visually-hidden">Participants and how many risks each has rated</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Participant</th>
              <th scope="col">As a bar</th>
              <th scope="col">Rated</th>
            </tr>
          </thead>
          <tbody>
            {participants.map((by) => {
              const count = counts.get(by) ?? 0;
              return (
                <tr key={by}>
                  <th scope="row">
                    {people.find(({ id }) => id === by)?.name ?? by}
                    {by === facilitator ? <small> facilitates</small> : null}
                  </th>
                  <td className="voted-bar">
                    <span style={{ width: `${(100 * count) / risks.length}%` }} />
                  </td>
                  <td className="number">
                    {formatNumber(count)} of {formatNumber(risks.length)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
