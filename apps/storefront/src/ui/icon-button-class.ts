/** A 44 px target for one icon, as a button or a link; its name is the caller's to give. */
export const iconButtonClass =
  'relative grid size-11 place-items-center rounded-control text-ink hover:text-sea transition-colors duration-(--fast)';
