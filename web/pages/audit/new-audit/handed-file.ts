let handed: File | null = null;

/** Hands a file that was dropped on one page to the page that reads it: an address cannot carry it. */
export const handedFile = {
  give(file: File): void {
    handed = file;
  },
  /** The file, once. */
  take(): File | null {
    const file = handed;
    handed = null;
    return file;
  },
};
