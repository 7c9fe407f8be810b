import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { studiesQuery } from "../../data/studies.ts";
import { proposedId } from "../risk/risk-draft.ts";

/** Makes an id of a name that no study in use has. */
export function useFreeId(): (name: string, otherwise: string) => string {
  const { data: studies } = useQuery(studiesQuery(undefined));
  return useCallback(
    (name, otherwise) => {
      const taken = new Set(studies?.map(({ id }) => id));
      // "new" is the address of a study that is not kept yet.
      taken.add("new");
      const wanted = proposedId(name) || otherwise;
      let id = wanted;
      for (let next = 2; taken.has(id); next++) id = `${wanted}-${next}`;
      return id;
    },
    [studies],
  );
}
