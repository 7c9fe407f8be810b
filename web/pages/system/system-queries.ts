import { queryOptions } from "@tanstack/react-query";
import type { System } from "../../../src/contract/record.ts";
import { readAll } from "../../data/read-all.ts";

export const systemRecordsQuery = queryOptions({
  queryKey: ["system-records"],
  queryFn: ({ signal }) => readAll<System>("/v1/systems", signal),
});
