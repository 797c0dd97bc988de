import { useState } from 'react';
import { useTexts } from '../../i18n/i18n-context.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { takeBackTexts } from './take-back.texts.js';
import { useTakeBack } from './use-take-back.js';

type Props = {
  number: string;
  how: 'cancel' | 'refund';
  /** It is over: done, refused in the words that are given, or left as it is. */
  onDone: (said: string | null) => void;
};

/** Asks once more, then takes the order back. */
export default function TakeBack({ number, how, onDone }: Props) {
  const t = useTexts(takeBackTexts);
  const { cancel, refund } = useTakeBack(number);
  const [state, setState] = useState<'open' | 'busy' | 'lost'>('open');
  const [reason, setReason] = useState('');
  const confirm = async () => {
    setState('busy');
    const answer = await (how === 'cancel' ? cancel() : refund(reason));
    if (answer.kind === 'lost') setState('lost');
    else onDone(answer.said);
  };
  return (
    <section aria-label={t.ask[how]} className="border-l-[3px] border-ink bg-well px-5 py-4">
      <p className="font-strong">{t.ask[how]}</p>
      <p className="mt-1 max-w-[52ch] text-small text-ink-2">{t.note[how]}</p>
      {how === 'refund' && (
        <Field
          label={t.reason}
          optional
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {state === 'lost' && (
        <p role="alert" className="mt-3 text-small text-ember">
          {t.lost}
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
        <Button size="small" inert={state === 'busy'} onClick={() => void confirm()} className="bg-raised">
          {state === 'busy' ? t.busy : t.yes[how]}
        </Button>
        <Button look="text" size="small" onClick={() => onDone(null)}>
          {t.no}
        </Button>
      </div>
    </section>
  );
}
