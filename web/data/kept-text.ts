/** Reads and writes one text in this browser's storage; without storage it is forgotten, which harms nothing. */
export function keptText(key: string): { read: () => string | null; write: (text: string | null) => void } {
  return {
    read: () => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write: (text) => {
      try {
        if (text === null) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      } catch {
        // Storage is switched off.
      }
    },
  };
}
