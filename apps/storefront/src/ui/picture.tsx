import { classes } from './classes.js';
import { wellFor } from './well.js';

type Props = {
  /** Key of the picture, as the catalogue names it. */
  picture: string;
  alt: string;
  /** CSS width the picture is shown at, for the choice of the file. */
  sizes: string;
  /** The one picture the page is waiting for. */
  eager?: boolean;
  faded?: boolean;
  className?: string;
};

const address = (picture: string) => `/pictures/${picture}`;

/** A transparent object on a theme-coloured ground; the ground belongs to the picture, so it is the same everywhere. */
export function Picture({ picture, alt, sizes, eager = false, faded = false, className }: Props) {
  return (
    <div
      className={classes(
        'grid aspect-square place-items-center overflow-hidden rounded-picture',
        wellFor(picture),
        className,
      )}
    >
      <img
        src={`${address(picture)}.webp`}
        srcSet={`${address(picture)}-320.webp 320w, ${address(picture)}.webp 640w`}
        sizes={sizes}
        alt={alt}
        width={640}
        height={640}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : undefined}
        decoding="async"
        onError={(event) => {
          // The ground stays, which is better than a torn sheet of paper.
          event.currentTarget.style.visibility = 'hidden';
        }}
        className={classes('object size-full object-cover', faded && 'opacity-50')}
      />
    </div>
  );
}
