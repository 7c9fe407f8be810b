import { lockFolder } from "../../src/store/folder-lock.ts";

/** Run as a process of its own: takes the lock of a folder, says so, and holds it until it is killed. */
const [folder = "", address] = process.argv.slice(2);
try {
  const lock = await lockFolder(folder, new Date());
  if (address !== undefined) await lock.announce(address);
  console.log("held");
} catch (error) {
  console.log((error as Error).message);
}
setInterval(() => {}, 1000);
