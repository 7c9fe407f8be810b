import type { SignalFormat } from "../../../src/contract/signal.ts";
import { signalFormats, signalTopics } from "../../../src/contract/signal-kinds.ts";
import type { SignalFilter } from "../../../src/contract/signal-page.ts";
import { readSharedSearch, type SharedSearch } from "../../search-parameters.ts";

const states = ["observed", "open", "resolved"] as const;

/** The whole state of the stream: which signals, and whether it stands still. Without any, all of them, live. */
export interface SignalsSearch extends SharedSearch {
  topic?: (typeof signalTopics)[number];
  format?: SignalFormat;
  system?: string;
  state?: (typeof states)[number];
  metric?: string;
}

export function readSignalsSearch(search: Record<string, unknown>): SignalsSearch {
  const read: SignalsSearch = readSharedSearch(search);
  const topic = signalTopics.find((each) => each === search.topic);
  if (topic !== undefined) read.topic = topic;
  const format = signalFormats.find((each) => each === search.format);
  if (format !== undefined) read.format = format;
  const state = states.find((each) => each === search.state);
  if (state !== undefined) read.state = state;
  if (typeof search.system === "string" && /^[a-z0-9-]{1,80}$/.test(search.system)) read.system = search.system;
  if (typeof search.metric === "string" && search.metric !== "") read.metric = search.metric.slice(0, 200);
  return read;
}

/** What of the address the API is asked for. */
export function filterOf({ topic, format, system, state, metric }: SignalsSearch): SignalFilter {
  return {
    ...(topic && { topic }),
    ...(format && { format }),
    ...(system && { system }),
    ...(state && { state }),
    ...(metric && { metric }),
  };
}
