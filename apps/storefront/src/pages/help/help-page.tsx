import type { ReactNode } from 'react';
import { groupedCard, TEST_CARDS } from '../../bank/test-cards.js';
import { useTexts } from '../../i18n/i18n-context.js';
import { PageTitle } from '../../ui/page-title.js';
import { helpTexts } from './help.texts.js';

type PassageProps = { id: string; title: string; paragraphs: readonly string[]; children?: ReactNode };

function Passage({ id, title, paragraphs, children }: PassageProps) {
  return (
    <section
      id={id}
      className="grid scroll-mt-6 gap-x-12 gap-y-3 border-t border-line py-8 md:grid-cols-[5fr_7fr]"
    >
      <h2 className="text-2">{title}</h2>
      <div className="grid max-w-[62ch] gap-3 text-ink-2">
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {children}
      </div>
    </section>
  );
}

/** Everything there is to know, on one page. */
export default function HelpPage() {
  const t = useTexts(helpTexts);
  return (
    <div className="wrap pt-[clamp(32px,5vw,64px)]">
      <PageTitle>{t.title}</PageTitle>
      <h1 className="text-1">{t.title}</h1>
      <p className="mt-2 mb-10 text-ink-2">{t.note}</p>
      <Passage id="delivery" title={t.delivery} paragraphs={t.deliveryText} />
      <Passage id="returns" title={t.returns} paragraphs={t.returnsText} />
      <Passage id="care" title={t.care} paragraphs={t.careText} />
      <Passage id="travel" title={t.travel} paragraphs={t.travelText} />
      <Passage id="cards" title={t.cards} paragraphs={t.cardsText}>
        <dl className="mt-1 text-small">
          {TEST_CARDS.map(({ key, number }) => (
            <div key={key} className="grid gap-x-6 border-t border-line py-2.5 sm:grid-cols-[12.5rem_1fr]">
              <dt className="font-mono tracking-[-0.02em] text-ink">{groupedCard(number)}</dt>
              <dd>{t.stories[key]}</dd>
            </div>
          ))}
        </dl>
      </Passage>
    </div>
  );
}
