type Props<Value extends string> = {
  legend: string;
  name: string;
  value: Value | undefined;
  choices: readonly { value: Value; label: string; lang?: string }[];
  onChange: (value: Value) => void;
};

/** A few choices side by side, one of them on. */
export function ChoiceRow<Value extends string>({ legend, name, value, choices, onChange }: Props<Value>) {
  return (
    <fieldset className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-3">
      <legend className="float-left w-28 text-small text-ink-3">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            lang={choice.lang}
            className="flex min-h-11 cursor-pointer items-center rounded-control border border-rule px-4 text-small hover:border-ink has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-checked:ring-inset has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className="sr-only"
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
