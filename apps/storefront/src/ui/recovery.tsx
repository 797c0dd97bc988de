import type { CombinedError } from '@urql/core';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { type Failure, failureOf } from '../graphql/failure.js';
import { useTexts } from '../i18n/i18n-context.js';
import { texts } from '../i18n/texts.js';

const recoveryTexts = texts(
  {
    offline: 'We cannot be reached from here. It comes back by itself once there is a connection.',
    busy: 'Many people right now. We try again in a moment.',
    trace: (id: string) => `If you write to us about it: ${id}`,
  },
  {
    offline: '从这里连不上我们，网络恢复后会自动回来。',
    busy: '现在人有点多，我们稍后再试。',
    trace: (id) => `联系我们时请附上：${id}`,
  },
);

const AGAIN_S = 12;

export type Failed = {
  /** What does not answer. */
  title: string;
  /** What still works. */
  note: string;
  error: CombinedError;
  onRetry: () => void;
};

/** Tries again by itself, sooner when the shop asks for it or the connection is back; answers why it failed. */
export function useRecovery({ error, onRetry }: Pick<Failed, 'error' | 'onRetry'>): Failure {
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
  return failure;
}

/** What a shopper is told: that they are cut off, that many are here, or what still works and whom to name. */
export function FailureWords({ failure, note }: { failure: Failure; note: string }): ReactNode {
  const t = useTexts(recoveryTexts);
  if (failure.kind !== 'fault') return t[failure.kind];
  return (
    <>
      {note}
      {failure.trace && <span className="mt-1 block text-micro text-ink-3">{t.trace(failure.trace)}</span>}
    </>
  );
}
