import { useId, useState } from "react";

interface DropZoneProps {
  readonly onFile: (file: File) => void;
  /** Why files cannot be taken now; null where they can. */
  readonly closed: string | null;
}

/** Takes one file: dropped with the pointer, or chosen from a list by keys. */
export function DropZone({ onFile, closed }: DropZoneProps) {
  const id = useId();
  const [state, setState] = useState<"waiting" | "over">("waiting");
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = (files: FileList | null) => {
    setState("waiting");
    const [file, ...others] = files ?? [];
    if (!file || closed !== null) return;
    setRefusal(
      others.length > 0
        ? `${others.length + 1} files at once: drop one`
        : file.size === 0
          ? `${file.name} is empty: drop a file with decisions`
          : null,
    );
    if (others.length === 0 && file.size > 0) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop onto; who uses keys has the field within
    <div
      className={`drop-zone${state === "over" ? " is-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setState("over");
      }}
      onDragLeave={() => setState("waiting")}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
    >
      <p className="finding">Drop a file of decisions here</p>
      <p className="measure">
        One row for each decision: CSV, Parquet, NDJSON or JSON, packed by gzip or not. It is counted and forgotten;
        only counts are kept.
      </p>
      <p className="file-field">
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept=".csv,.tsv,.txt,.parquet,.ndjson,.jsonl,.json,.gz"
          disabled={closed !== null}
          aria-describedby={closed === null && refusal === null ? undefined : `${id}-why`}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
        <label htmlFor={id} className="button first">
          Choose a file
        </label>
      </p>
      {closed === null && refusal === null ? null : (
        <p className="missing" id={`${id}-why`} role="status">
          {closed ?? refusal}
        </p>
      )}
    </div>
  );
}
