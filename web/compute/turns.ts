/** Long computations take turns, so that one that a hand waits for has a processor free. */
let last: Promise<void> = Promise.resolve();

/** Waits for one's turn; give it back by calling what is returned. */
export async function takeTurn(): Promise<() => void> {
  const before = last;
  let giveBack = () => {};
  last = new Promise((resolve) => {
    giveBack = resolve;
  });
  await before;
  return giveBack;
}
