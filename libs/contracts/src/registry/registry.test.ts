import { expect, test } from 'vitest';
import { allSubscriptions } from '../subscriptions.js';
import { actions, messages } from './registry.js';

const followed = new Set(allSubscriptions.flatMap((s) => s.messages.map((m) => m.type)));

test('no two messages, actions or durables share a name', () => {
  for (const names of [
    messages.map((m) => m.type),
    actions.map((a) => a.name),
    allSubscriptions.map((s) => s.durable),
  ]) {
    expect(names.length).toBe(new Set(names).size);
  }
});

test('every message has somebody who follows it', () => {
  expect(messages.filter((m) => !followed.has(m.type)).map((m) => m.type)).toEqual([]);
});

test('nobody follows a message that was not declared', () => {
  const declared = new Set(messages.map((m) => m.type));
  expect([...followed].filter((type) => !declared.has(type))).toEqual([]);
});

test('a durable command is followed by its owner alone', () => {
  for (const s of allSubscriptions) {
    for (const m of s.messages) if (m.kind === 'command') expect(s.consumer).toBe(m.owner);
  }
});

test('names keep the rule: service.thing-past-participle and service.verb-thing', () => {
  for (const { type } of messages) expect(type).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)+$/);
  for (const { name } of actions) expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)+$/);
});

test('one upcast leads from each old version to the next', () => {
  for (const m of messages) expect(m.upcasts.length).toBe(m.version - 1);
});
