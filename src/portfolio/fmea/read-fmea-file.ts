import { type FmeaFile, fmeaFile } from "../../contract/fmea-file.ts";
import { readDocument } from "../read-document.ts";

/** Failure modes in a YAML or JSON file. @throws Failure with every mistake at its line */
export function readFmeaFile(bytes: Uint8Array, file: string): FmeaFile {
  return readDocument(fmeaFile, bytes, file, ({ modes }) => {
    const ids = modes.map(({ id }) => id);
    return ids.flatMap((id, k) =>
      ids.indexOf(id) < k
        ? [{ path: ["modes", k, "id"], what: `failure mode "${id}" is there twice`, remedy: "rename one" }]
        : [],
    );
  });
}
