import { useEffect } from 'react';

/** The title of the browser's tab; the house comes last unless it is the page. */
export function PageTitle({ children }: { children: string }) {
  useEffect(() => {
    document.title = children.includes('平舟') ? children : `${children} · Evenkeel 平舟`;
  }, [children]);
  return null;
}
