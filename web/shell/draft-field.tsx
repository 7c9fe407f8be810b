import { type ReactNode, useId } from "react";

interface DraftFieldProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly mistake?: string | undefined;
  readonly className?: string;
  readonly children: (field: {
    readonly id: string;
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string | undefined;
  }) => ReactNode;
}

/** A field with its name over it and, under it, what it means or what is wrong with it. */
export function DraftField({ title, hint, mistake, className = "", children }: DraftFieldProps) {
  const id = useId();
  const described = [hint && !mistake ? `${id}-hint` : null, mistake ? `${id}-mistake` : null]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={`text-field ${className}`}>
      <label htmlFor={id}>{title}</label>
      {children({ id, "aria-invalid": mistake !== undefined, "aria-describedby": described || undefined })}
      {hint && !mistake ? (
        <small className="hush" id={`${id}-hint`}>
          {hint}
        </small>
      ) : null}
      {mistake ? (
        <small className="field-mistake" id={`${id}-mistake`}>
          {mistake}
        </small>
      ) : null}
    </div>
  );
}
