import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/i18n-context.js';
import { classes } from '../../ui/classes.js';
import { Picture } from '../../ui/picture.js';
import type { ProductData } from './product.query.js';
import { productTexts } from './product.texts.js';

type Props = { pictures: ProductData['pictures']; shown: string; onShow: (picture: string) => void };

/** One large picture and the others below it; on a phone they lie side by side. */
export function Gallery({ pictures, shown, onShow }: Props) {
  const t = useTexts(productTexts);
  const current = pictures.find((picture) => picture.key === shown) ?? pictures[0];
  return (
    <section aria-label={t.pictures}>
      <Strip pictures={pictures} shown={shown} onShow={onShow} />
      <div className="max-md:hidden">
        {current && (
          <Picture
            picture={current.key}
            alt={current.alt}
            sizes="(width < 1181px) 55vw, 760px"
            eager
            className="aspect-[1.08]!"
          />
        )}
        {pictures.length > 1 && (
          <ul className={classes('mt-3 grid gap-3', pictures.length > 4 ? 'grid-cols-6' : 'grid-cols-4')}>
            {pictures.map((picture, place) => (
              <li key={picture.key}>
                <button
                  type="button"
                  aria-label={t.picture(place + 1, picture.alt)}
                  aria-pressed={picture.key === shown}
                  onClick={() => onShow(picture.key)}
                  className={classes(
                    'block w-full border-b-2 pb-1.5',
                    picture.key === shown ? 'border-ink' : 'border-transparent hover:border-rule',
                  )}
                >
                  <Picture picture={picture.key} alt="" sizes="160px" />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

/** The phone's gallery: a strip that stops at each picture, and a line of marks below. */
function Strip({ pictures, shown, onShow }: Props) {
  const strip = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const wanted = Math.max(
    0,
    pictures.findIndex((picture) => picture.key === shown),
  );
  useEffect(() => {
    const list = strip.current;
    if (list?.clientWidth) list.scrollTo({ left: wanted * list.clientWidth, behavior: 'instant' });
  }, [wanted]);
  return (
    <div className="-mx-(--gutter) md:hidden">
      <ul
        ref={strip}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
        tabIndex={0}
        className="flex snap-x snap-mandatory overflow-x-auto [scrollbar-width:none]"
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
          setAt(Math.round(scrollLeft / clientWidth))
        }
        onScrollEnd={() => {
          const picture = pictures[at];
          if (picture) onShow(picture.key);
        }}
      >
        {pictures.map((picture, place) => (
          <li key={picture.key} className="w-full flex-none snap-start">
            <Picture
              picture={picture.key}
              alt={picture.alt}
              sizes="100vw"
              eager={place === 0}
              className="rounded-none!"
            />
          </li>
        ))}
      </ul>
      {pictures.length > 1 && (
        <div aria-hidden="true" className="mt-3 flex justify-center gap-1.5">
          {pictures.map((picture, place) => (
            <i key={picture.key} className={classes('h-0.5 w-5', place === at ? 'bg-ink' : 'bg-line')} />
          ))}
        </div>
      )}
    </div>
  );
}
