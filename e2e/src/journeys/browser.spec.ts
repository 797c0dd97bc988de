import { expect, inject, test } from 'vitest';
import { NO_BROWSER } from '../browser/find-browser.js';

test('there is a browser to make the journeys with', () => {
  expect(inject('browser'), NO_BROWSER).not.toBeNull();
});
