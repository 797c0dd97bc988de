import { invalidIndexName } from '../errors.js';

/** Refuses names the original would refuse. */
export function checkIndexName(name: string): void {
  const why = wrongWith(name);
  if (why)
    throw invalidIndexName(`Invalid index name [${name}], ${why}`, { index: name, index_uuid: '_na_' });
}

function wrongWith(name: string): string | undefined {
  if (name !== name.toLowerCase()) return 'must be lowercase';
  if (/[\\/*?"<>| ,#:]/.test(name))
    return 'must not contain the following characters [\\,/,*,?,",<,>,|, ,,,#,:]';
  if (/^[-_+]/.test(name)) return "must not start with '_', '-', or '+'";
  if (name === '.' || name === '..') return "must not be '.' or '..'";
  if (name === '' || Buffer.byteLength(name) > 255) return 'index name is too long, or empty';
  return undefined;
}
