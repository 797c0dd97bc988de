import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useClient } from 'urql';
import { onceWith } from '../graphql/client.js';
import { keyFor } from './attempt-store.js';
import { sendOnce } from './send-once.js';

/**
 * Sends a mutation that must happen once, with the key of its attempt. `data` is null when no answer came;
 * pressing again then continues the same attempt. Ending it is the caller's: only a real answer ends it.
 */
export function useOnce() {
  const client = useClient();
  return <Data, Variables extends AnyVariables>(
    what: string,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data | null> => {
    const key = keyFor(what, variables);
    return sendOnce(() => client.mutation(document, variables, onceWith(key)).toPromise());
  };
}
