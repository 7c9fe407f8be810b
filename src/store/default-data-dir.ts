/** Folder of the embedded database where none is named. */
export const defaultDataDir = "./.plimsoll";
