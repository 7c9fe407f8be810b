import { CopyCommand } from "./copy-command.tsx";
import { LoadLineMark } from "./load-line-mark.tsx";

/** What stands where the maps will be while the register holds nothing: the next step, to copy. */
export function EmptyRegister() {
  return (
    <section className="full-page" aria-labelledby="empty-register">
      <LoadLineMark />
      <h1 id="empty-register" className="head-line">
        No systems yet.
      </h1>
      <p className="lede">Load the example group, or write down your first system and apply the file:</p>
      <dl className="commands">
        <dt>The example</dt>
        <dd>
          <CopyCommand command="plimsoll apply examples/northwind" />
        </dd>
        <dt>Your own</dt>
        <dd>
          <CopyCommand command="plimsoll apply your.yaml" />
        </dd>
      </dl>
      <p className="hush">
        A risk belongs to a system and has an owner: with the first system and its people in the register, risks can be
        written down here. This page fills by itself when they arrive.
      </p>
    </section>
  );
}
