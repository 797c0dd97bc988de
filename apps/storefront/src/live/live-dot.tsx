import { useSyncExternalStore } from 'react';
import { useFormats, useTexts } from '../i18n/i18n-context.js';
import { texts } from '../i18n/texts.js';
import { classes } from '../ui/classes.js';
import { cutSince, onLiveState } from './feed-client.js';

const liveTexts = texts(
  { cut: (time: string) => `Reconnecting, as of ${time}` },
  { cut: (time) => `重新连接中，截至 ${time}` },
);

/** Says that what is beside it changes by itself, or how old it is when it does not at the moment. */
export function LiveDot({ children }: { children: string }) {
  const t = useTexts(liveTexts);
  const f = useFormats();
  const since = useSyncExternalStore(onLiveState, cutSince);
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap text-small text-ink-2 tabular-nums">
      <span
        aria-hidden="true"
        className={classes('size-2 rounded-full', since === null ? 'bg-sea' : 'border border-rule')}
      />
      {since === null ? children : t.cut(f.time(since))}
    </span>
  );
}
