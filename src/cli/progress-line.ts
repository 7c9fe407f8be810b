const firstAfterMs = 1000;
const everyMs = 100;

/**
 * A line on stderr that is written over as work goes on: only on a terminal, and only when the work takes longer than a
 * second.
 */
export function progressLine(): { show(text: string): void; clear(): void } {
  const began = performance.now();
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show(text) {
      const now = performance.now();
      if (!process.stderr.isTTY || now - began < firstAfterMs || now - shownAt < everyMs) return;
      shownAt = now;
      process.stderr.write(`\r\u001b[K${text}`);
    },
    clear() {
      if (shownAt > 0) process.stderr.write("\r\u001b[K");
    },
  };
}
