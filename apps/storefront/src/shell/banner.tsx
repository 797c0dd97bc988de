import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTexts } from '../i18n/i18n-context.js';
import { shellTexts } from './shell.texts.js';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** One quiet line at the very top when something is not as usual. */
export function Banner() {
  const t = useTexts(shellTexts);
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className="bg-ember-wash text-small">
      {!online && (
        <p className="wrap flex min-h-10 items-center gap-2.5 py-1.5">
          <WifiOff aria-hidden="true" className="size-4 flex-none" strokeWidth={1.5} />
          {t.offline}
        </p>
      )}
    </div>
  );
}
