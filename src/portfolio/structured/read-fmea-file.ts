import { type FmeaFile, fmeaFile } from "../../contract/fmea-file.ts";
import type { Finding } from "../mistakes/finding.ts";
import { readDocument } from "../read-document.ts";

/** Failure modes in a YAML or JSON file. @throws Failure with every mistake at its line */
export function readFmeaFile(bytes: Uint8Array, file: string): FmeaFile {
  return readDocument(fmeaFile, bytes, file, fmeaFindings);
}

/** What failure modes of the right shape have against each other. */
export function fmeaFindings({ modes }: FmeaFile): Finding[] {
  const ids = modes.map(({ id }) => id);
  const first = new Map(ids.map((id, k) => [id, k] as const).reverse());
  return ids.flatMap((id, k) =>
    first.get(id) === k
      ? []
      : [{ path: ["modes", k, "id"], what: `failure mode "${id}" is there twice`, remedy: "rename one" }],
  );
}
