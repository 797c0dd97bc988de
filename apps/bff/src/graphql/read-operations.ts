import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const manifest = z.record(z.string().min(1), z.string().min(1));

/**
 * The persisted operations of our front ends: a JSON object of id → document, written by their build.
 * A file that is not there means that none were built; one that cannot be read is an error.
 */
export async function readOperations(file: string): Promise<ReadonlyMap<string, string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
  return new Map(Object.entries(manifest.parse(JSON.parse(text))));
}
