import { useQuery } from 'urql';
import { useFrameIsComing } from '../graphql/first-page.js';
import { graphql } from '../graphql/graphql.js';

/** What the frame around every page shows. */
export const ShellQuery = graphql(`
  query Shell {
    viewer {
      id
      kind
      name
      email
      locale
      currency
      demo
      wallet {
        id
        available
      }
    }
    cart {
      id
      quantity
    }
    departments {
      key
      label
    }
  }
`);

/** The frame's own data; undefined until the first answer, and after one that failed. */
export function useShell() {
  const [{ data, error }, again] = useQuery({ query: ShellQuery, pause: useFrameIsComing() });
  return { ...data, error, again: () => again({ requestPolicy: 'network-only' }) };
}
