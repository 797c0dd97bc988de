const WELLS = ['bg-well', 'bg-well-sea', 'bg-well', 'bg-well-clay', 'bg-well', 'bg-well-moss'] as const;

/** The ground a picture stands on: chosen by its name, calm more often than coloured. */
export function wellFor(picture: string): string {
  let sum = 0;
  for (const letter of picture) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return WELLS[sum % WELLS.length] ?? 'bg-well';
}
