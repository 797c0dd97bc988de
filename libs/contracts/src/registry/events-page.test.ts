import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventsPage } from './events-page.js';

const page = new URL('../../../../docs/events.md', import.meta.url);

test('docs/events.md says what the registry says', () => {
  if (process.env.UPDATE_DOCS) writeFileSync(page, eventsPage());
  expect(readFileSync(page, 'utf8')).toBe(eventsPage());
});
