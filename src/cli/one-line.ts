/** Text of the user's data on one line and without control characters, so that it cannot move the cursor or break a table. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
