/** What can be said of a control. Apart from the record's schema, so that the page need not carry that. */
export const controlStatuses = ["planned", "working", "failing", "retired"] as const;
