import { expect, test } from 'vitest';
import { eventually } from './eventually.js';

test('looks until it does not throw, and returns what was seen', async () => {
  let looks = 0;
  const seen = await eventually(
    () => {
      looks += 1;
      if (looks < 3) throw new Error(`only ${looks}`);
      return looks;
    },
    { everyMs: 1 },
  );
  expect(seen).toBe(3);
});

test('throws what the last look threw when the time is over', async () => {
  let looks = 0;
  const never = () => {
    looks += 1;
    throw new Error(`look ${looks}`);
  };
  await expect(eventually(never, { withinMs: 20, everyMs: 5 })).rejects.toThrow(/look [2-9]/);
});
