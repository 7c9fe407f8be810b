import { CopyCommand } from "../../../shell/copy-command.tsx";

/** The matrix as a file, with the command that checks it. */
export function TakeFile({ file }: { readonly file: { readonly name: string; readonly text: string } }) {
  const download = () => {
    const address = URL.createObjectURL(new Blob([file.text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  return (
    <p className="take-along">
      <button type="button" className="button" onClick={download}>
        Export the file
      </button>
      <span className="measure">
        The same check by command: <CopyCommand command={`plimsoll matrix check ${file.name}`} />
      </span>
    </p>
  );
}
