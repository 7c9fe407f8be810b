/** Zero characters and lone halves of characters, as JSON writes them. A backslash before one makes it plain text. */
const suspect = /\\u(?:0000|d[89a-f])/;
const unkeepable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f]..)/;

/** Whether a database can hold every text in a value. */
export function isKeepable(value: unknown): boolean {
  const text = JSON.stringify(value);
  return !suspect.test(text) || !unkeepable.test(text);
}
