/** Escapes what a regular expression would take for more than itself. */
export const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A test for names by a pattern in which `*` stands for anything. */
export function namePattern(pattern: string): (name: string) => boolean {
  if (!pattern.includes('*')) return (name) => name === pattern;
  const expression = new RegExp(`^${pattern.split('*').map(literally).join('.*')}$`, 's');
  return (name) => expression.test(name);
}
