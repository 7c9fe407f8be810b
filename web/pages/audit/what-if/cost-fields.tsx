import { useState } from "react";

interface CostFieldsProps {
  readonly falsePositive: string;
  readonly falseNegative: string;
  readonly onChange: (part: { fp?: string; fn?: string }) => void;
}

/** What a wrong decision costs, in whatever unit: only their ratio moves the least cost. */
export function CostFields({ falsePositive, falseNegative, onChange }: CostFieldsProps) {
  return (
    <div className="cost-fields">
      <CostField
        label="Cost of selecting wrongly"
        detail="false positive"
        value={falsePositive}
        onChange={(fp) => onChange({ fp })}
      />
      <CostField
        label="Cost of passing over wrongly"
        detail="false negative"
        value={falseNegative}
        onChange={(fn) => onChange({ fn })}
      />
    </div>
  );
}

function CostField(props: {
  readonly label: string;
  readonly detail: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { label, detail, value, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && !isAmount(typed);
  return (
    <label className="cost-field">
      <span>
        {label} <small>{detail}</small>
      </span>
      <input
        className="number-input"
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={isWrong}
        value={typed ?? value}
        onChange={({ target }) => {
          setTyped(target.value);
          if (isAmount(target.value)) onChange(target.value.trim());
        }}
        onBlur={() => setTyped(null)}
      />
      {isWrong ? <small role="alert">write 0 or more, such as 5 or 0.2</small> : null}
    </label>
  );
}

function isAmount(text: string): boolean {
  return /^\d{1,12}(\.\d{1,6})?$/.test(text.trim());
}
