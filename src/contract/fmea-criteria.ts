/** One rating from 1 to 10 in words. The numbers of occurrence and detection are the engine's bounds. */
interface Criterion {
  readonly rating: number;
  readonly criterion: string;
}

/** How bad the worst effect of an AI system's failure is. */
export const severityCriteria: readonly Criterion[] = [
  { rating: 10, criterion: "People die or are permanently harmed, without warning" },
  {
    rating: 9,
    criterion: "People are seriously injured or lose liberty or livelihood; the law is broken on a large scale",
  },
  {
    rating: 8,
    criterion: "Rights are infringed for many; a decision about health, credit or work is wrong and hard to undo",
  },
  { rating: 7, criterion: "Rights are infringed for a few, or many suffer losses that can be made good" },
  { rating: 6, criterion: "The service fails its purpose for many; people are misled, and notice" },
  { rating: 5, criterion: "The service fails its purpose for some; work has to be done again" },
  { rating: 4, criterion: "Quality is clearly worse for many; complaints" },
  { rating: 3, criterion: "Quality is worse for some; few complain" },
  { rating: 2, criterion: "An annoyance that few notice" },
  { rating: 1, criterion: "No effect that anyone could notice" },
];

/** How often the failure occurs, in decisions, answers or whatever the log counts. */
export const occurrenceCriteria: readonly Criterion[] = [
  { rating: 10, criterion: "1 in 10 decisions or more" },
  { rating: 9, criterion: "1 in 20 or more" },
  { rating: 8, criterion: "1 in 50 or more" },
  { rating: 7, criterion: "1 in 100 or more" },
  { rating: 6, criterion: "1 in 500 or more" },
  { rating: 5, criterion: "1 in 2,000 or more" },
  { rating: 4, criterion: "1 in 10,000 or more" },
  { rating: 3, criterion: "1 in 100,000 or more" },
  { rating: 2, criterion: "1 in a million or more" },
  { rating: 1, criterion: "Rarer; the design rules the cause out" },
];

/** How much gets past whatever is to notice the failure before it does harm: guardrail, monitor, human review. */
export const detectionCriteria: readonly Criterion[] = [
  { rating: 10, criterion: "Nothing looks for it, or 90 % and more get past" },
  { rating: 9, criterion: "75 % or more get past" },
  { rating: 8, criterion: "60 % or more get past" },
  { rating: 7, criterion: "45 % or more get past" },
  { rating: 6, criterion: "30 % or more get past" },
  { rating: 5, criterion: "20 % or more get past" },
  { rating: 4, criterion: "10 % or more get past" },
  { rating: 3, criterion: "5 % or more get past" },
  { rating: 2, criterion: "1 % or more get past" },
  { rating: 1, criterion: "Fewer than 1 % get past, as tested" },
];
