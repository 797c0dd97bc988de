import { Link } from '@tanstack/react-router';
import { OtherShelves } from '../../departments/other-shelves.js';
import { useTexts } from '../../i18n/i18n-context.js';
import { BlankPage } from '../../ui/blank-page.js';
import { buttonClass } from '../../ui/button.js';
import { errorsTexts } from './errors.texts.js';

/** An address that leads nowhere. */
export default function NotFoundPage() {
  const t = useTexts(errorsTexts);
  return (
    <>
      <BlankPage
        title={t.notFound}
        actions={
          <>
            <Link to="/shop" className={buttonClass('primary')}>
              {t.shop}
            </Link>
            <Link to="/" className={buttonClass('text')}>
              {t.home}
            </Link>
          </>
        }
      >
        {t.notFoundNote}
      </BlankPage>
      <OtherShelves className="wrap mt-16" />
    </>
  );
}
