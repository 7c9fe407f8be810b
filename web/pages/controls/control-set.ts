interface Known {
  readonly id: string;
  readonly status: "planned" | "working" | "failing" | "retired";
}

/** The controls that work under what the address says; an id that is no control's is passed over. */
export function chosenSet(
  controls: readonly Known[],
  { on = "", off = "" }: { readonly on?: string | undefined; readonly off?: string | undefined },
): Set<string> {
  const [tried, without] = [new Set(on.split(",")), new Set(off.split(","))];
  return new Set(
    controls.filter(({ id, status }) => (status === "working" ? !without.has(id) : tried.has(id))).map(({ id }) => id),
  );
}

/** What the address says of a set: only where it differs from what the controls are. */
export function searchOfSet(
  controls: readonly Known[],
  set: ReadonlySet<string>,
): { on: string | undefined; off: string | undefined } {
  const ids = (wanted: readonly Known[]) => (wanted.length === 0 ? undefined : wanted.map(({ id }) => id).join(","));
  return {
    on: ids(controls.filter(({ id, status }) => status !== "working" && set.has(id))),
    off: ids(controls.filter(({ id, status }) => status === "working" && !set.has(id))),
  };
}
