const english = new Intl.PluralRules('en');

/** Picks the English form for a count; Chinese has only one and does without. */
export function plural(count: number, one: string, other: string): string {
  return english.select(count) === 'one' ? one : other;
}
