import { expect, test } from 'vitest';
import { explainOutput } from './start-problem.js';

test('a full disk and a taken port are recognised in the words of every program', () => {
  const full = [
    'npm error ENOSPC: no space left on device, write',
    'initdb: error: could not write to file "pg_wal/xlogtemp.7": No space left on device',
    'JetStream resource limits exceeded: write: disk quota exceeded',
  ];
  for (const words of full)
    expect(explainOutput(words, '/data')).toMatch(/^The disk that holds \/data is full: free/);
  const taken = [
    'Error: listen EADDRINUSE: address already in use 127.0.0.1:1',
    'bind: address already in use',
  ];
  for (const words of taken)
    expect(explainOutput(words, '/data')).toMatch(/^A port was taken by another program/);
});

test('a folder of somebody else is recognised', () => {
  for (const words of ["Error: EACCES: permission denied, mkdir '/data'", 'initdb: Read-only file system'])
    expect(explainOutput(words, '/data')).toMatch(/^Something in \/data may not be written: start as/);
});

test('what says nothing to a person stays as it is', () => {
  expect(explainOutput('TypeError: x is not a function', '/data')).toBeUndefined();
});
