import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { RegisterPage } from "../../src/contract/detail.ts";
import { read } from "../data/request.ts";
import { useAsOf } from "./use-as-of.ts";

const typedFor = 120;
const mostRisks = 20;

export interface FoundRisks {
  readonly risks: RegisterPage["items"];
  /** How many the server found; the worst of them are listed. */
  readonly total: number;
  /** `searching` while what stands there is not yet the answer to the text. */
  readonly state: "found" | "searching";
  readonly error: Error | null;
}

/** The risks that a text finds in the whole register, asked for when typing rests. */
export function useFoundRisks(text: string): FoundRisks {
  const [asOf] = useAsOf();
  const sought = text.trim();
  const [asked, setAsked] = useState(sought);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(sought), typedFor);
    return () => clearTimeout(timer);
  }, [sought]);
  const { data, error, isPlaceholderData, isFetching } = useQuery({
    queryKey: ["found-risks", asOf, asked],
    queryFn: ({ signal }) => read<RegisterPage>("/v1/risks", { asOf, q: asked, limit: mostRisks }, signal),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const isEmpty = sought === "" || asked === "";
  const isWaiting = sought !== asked || (!isEmpty && (isPlaceholderData || (data === undefined && isFetching)));
  return {
    risks: isEmpty ? [] : (data?.items ?? []),
    total: isEmpty ? 0 : (data?.total ?? 0),
    state: isWaiting ? "searching" : "found",
    error: isEmpty ? null : error,
  };
}
