import type { CombinedError } from '@urql/core';
import { Hourglass, Unplug, WifiOff } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { failureOf } from '../graphql/failure.js';
import { useTexts } from '../i18n/i18n-context.js';
import { texts } from '../i18n/texts.js';
import { Button } from './button.js';
import { RowState } from './row-state.js';
import { uiTexts } from './ui.texts.js';

const errorTexts = texts(
  {
    offline: 'You seem to be offline. It comes back by itself once you are connected.',
    busy: 'Many people right now. We try again in a moment.',
    trace: (id: string) => `If you write to us about it: ${id}`,
  },
  {
    offline: '你似乎离线了，联网后会自动恢复。',
    busy: '现在人有点多，我们稍后再试。',
    trace: (id) => `联系我们时请附上：${id}`,
  },
);

const AGAIN_S = 12;
const ICONS = { offline: WifiOff, busy: Hourglass, fault: Unplug } as const;

type Props = {
  /** What does not answer. */
  title: string;
  /** What still works. */
  note: string;
  error: CombinedError;
  onRetry: () => void;
};

/** A part of the page that failed alone: says so, tries again by itself, and offers to try at once. */
export function ErrorRow({ title, note, error, onRetry }: Props) {
  const t = useTexts(errorTexts);
  const ui = useTexts(uiTexts);
  const failure = failureOf(error);
  const retry = useEffectEvent(onRetry);
  const pause = failure.kind === 'busy' ? failure.retryAfter : AGAIN_S;

  useEffect(() => {
    const timer = setInterval(() => retry(), pause * 1000);
    const online = () => retry();
    addEventListener('online', online);
    return () => {
      clearInterval(timer);
      removeEventListener('online', online);
    };
  }, [pause]);

  const Icon = ICONS[failure.kind];
  return (
    <div role="alert">
      <RowState
        icon={<Icon aria-hidden="true" className="size-5" strokeWidth={1.5} />}
        title={title}
        action={
          <Button size="small" onClick={onRetry}>
            {ui.tryNow}
          </Button>
        }
      >
        {failure.kind === 'fault' ? note : t[failure.kind]}
        {failure.kind === 'fault' && failure.trace && (
          <span className="mt-1 block text-micro text-ink-3">{t.trace(failure.trace)}</span>
        )}
      </RowState>
    </div>
  );
}
