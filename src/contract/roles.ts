/** What a person may do, each more than the one before. Apart from the record's schema, so that a command need not carry that. */
export const roles = ["viewer", "contributor", "approver", "administrator"] as const;
export type Role = (typeof roles)[number];
