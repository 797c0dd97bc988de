import { Check } from 'lucide-react';
import type { ComponentProps } from 'react';

/** The box of a choice; its words are the label around it. */
export function CheckBox(props: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return (
    <span className="relative grid size-[18px] flex-none place-items-center">
      <input
        {...props}
        type="checkbox"
        className="peer absolute inset-0 m-0 cursor-pointer appearance-none rounded-tag border border-rule bg-raised checked:border-sea checked:bg-sea"
      />
      <Check
        aria-hidden="true"
        className="pointer-events-none invisible relative size-3.5 text-on-sea peer-checked:visible"
        strokeWidth={2.5}
      />
    </span>
  );
}
