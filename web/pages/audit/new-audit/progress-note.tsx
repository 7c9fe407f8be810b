interface ProgressNoteProps {
  /** What is done, such as “Counting applicants.csv”. */
  readonly doing: string;
  /** From 0 to 1; null while nobody can say. */
  readonly share: number | null;
  readonly onStop: () => void;
}

/** How far long work is, with the way to stop it. */
export function ProgressNote({ doing, share, onStop }: ProgressNoteProps) {
  const percent = share === null ? null : Math.floor(share * 100);
  return (
    <div className="progress-note">
      {/* Said once, not at every percent: a reader who wants to know finds the bar. */}
      <p role="status">{doing}</p>
      <progress aria-label={doing} {...(share === null ? {} : { value: share, max: 1 })} />
      <span className="hush">{percent === null ? "" : `${percent} %`}</span>
      <button type="button" className="button" onClick={onStop}>
        Stop
      </button>
    </div>
  );
}
