import { TEST_CARDS, type TestCard } from '../bank/test-cards.js';
import { useTexts } from '../i18n/i18n-context.js';
import { paymentTexts } from './payment.texts.js';

/** The cards of the demonstration beside the form; one press fills it in. */
export function TestCardList({ onChoose }: { onChoose: (card: TestCard) => void }) {
  const t = useTexts(paymentTexts);
  return (
    <section
      aria-label={t.testCards}
      className="self-start rounded-picture bg-well px-[18px] pt-4 pb-2 text-small"
    >
      <p className="font-strong">{t.testCards}</p>
      <p className="text-ink-2">{t.testNote}</p>
      <ul className="mt-2">
        {TEST_CARDS.map((card) => (
          <li key={card.key} className="border-t border-line first:border-t-0">
            <button
              type="button"
              onClick={() => onChoose(card)}
              className="group flex min-h-11 w-full items-center justify-between gap-3 text-left"
            >
              <span className="decoration-rule underline-offset-4 group-hover:underline">
                {t.test[card.key]}
              </span>
              <span className="font-mono tracking-[-0.02em] whitespace-nowrap text-ink-2">
                {card.number.slice(0, 4)} {card.number.slice(-4)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
