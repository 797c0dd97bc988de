import type { Passage } from './passages.js';
import type { HighlightOptions } from './read-highlight.js';

const entities: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#x27;',
  '/': '&#x2F;',
};

/** A passage as text, its matches between tags; matches that overlap share one pair. */
export function renderPassage(text: string, passage: Passage, options: HighlightOptions): string {
  const encode = options.escapeHtml
    ? (part: string) => part.replace(/["&<>'/]/g, (character) => entities[character] ?? character)
    : (part: string) => part;
  let rendered = '';
  let at = passage.start;
  for (const { start, end } of joined(passage)) {
    rendered +=
      encode(text.slice(at, start)) + options.preTag + encode(text.slice(start, end)) + options.postTag;
    at = end;
  }
  rendered += encode(text.slice(at, Math.max(at, passage.end)));
  return options.fragments === 0 ? rendered : rendered.trim();
}

function joined({ marks, end: limit }: Passage): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of marks) {
    const last = spans.at(-1);
    const cut = Math.min(end, limit);
    if (last && start < last.end) last.end = Math.max(last.end, cut);
    else spans.push({ start, end: cut });
  }
  return spans;
}
