import { Link } from '@tanstack/react-router';
import { OtherShelves } from '../../departments/other-shelves.js';
import { useTexts } from '../../i18n/i18n-context.js';
import { BlankPage } from '../../ui/blank-page.js';
import { buttonClass } from '../../ui/button.js';
import { errorsTexts } from '../errors/errors.texts.js';

/** A product that is not, or no longer, made. */
export default function NoProduct() {
  const t = useTexts(errorsTexts);
  return (
    <>
      <BlankPage
        title={t.noProduct}
        actions={
          <Link to="/shop" className={buttonClass('primary')}>
            {t.shop}
          </Link>
        }
      >
        {t.noProductNote}
      </BlankPage>
      <OtherShelves className="wrap mt-16" />
    </>
  );
}
