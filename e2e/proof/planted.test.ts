import { describe, expect, test } from 'vitest';
import { search } from './checker/search.js';
import { storyOf } from './checker/story.js';
import { configurations } from './configurations/index.js';
import { planted } from './planted.js';

const cases = planted.map((one) => [one.name, one] as const);

describe('what is found, and told, when', () => {
  test.each(cases)('%s', (_name, { model, configuration: name, breaks, told }) => {
    const configuration = configurations.find((one) => one.name === name);
    if (!configuration) throw new Error(`There is no configuration "${name}"`);
    const { counterexample } = search(model, configuration, { states: 1_000_000 });
    const story = counterexample ? storyOf(counterexample) : 'Nothing was found';
    expect(story).toMatch(new RegExp(`^${breaks} is broken`));
    for (const words of told) expect(story).toContain(words);
  });
});
