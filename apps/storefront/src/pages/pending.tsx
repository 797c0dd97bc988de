import { ProductGridBones } from '../product/product-grid.js';
import { Bone, Waiting } from '../ui/skeleton.js';

/** The geometry of a list while its things are on their way. */
export function ListPending() {
  return (
    <div className="wrap">
      <Waiting>
        <Bone className="mt-10 h-9 w-56" />
        <div className="mt-10 grid md:grid-cols-[232px_minmax(0,1fr)] md:gap-12">
          <Bone className="h-96 max-md:hidden" />
          <ProductGridBones count={9} kind="list" />
        </div>
      </Waiting>
    </div>
  );
}

/** The geometry of a product. */
export function ProductPending() {
  return (
    <div className="wrap">
      <Waiting>
        <div className="grid gap-8 pt-16 md:grid-cols-[7fr_5fr] md:gap-18">
          <Bone className="aspect-[1.08] rounded-picture" />
          <div>
            <Bone className="h-3 w-24" />
            <Bone className="mt-4 h-9 w-4/5" />
            <Bone className="mt-4 h-3 w-40" />
            <Bone className="mt-8 h-7 w-28" />
            <Bone className="mt-10 h-12" />
            <Bone className="mt-4 h-12" />
            <Bone className="mt-10 h-12" />
          </div>
        </div>
      </Waiting>
    </div>
  );
}

/** The geometry of a page that is mostly words: a title, a column, another beside it. */
export function TextPending() {
  return (
    <div className="wrap">
      <Waiting>
        <Bone className="mt-10 h-9 w-72" />
        <Bone className="mt-4 h-3 w-48" />
        <div className="mt-12 grid gap-12 md:grid-cols-[7fr_5fr]">
          <div className="grid gap-6">
            {['w-3/5', 'w-4/5', 'w-2/5', 'w-3/5'].map((width, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: bones have no identity
              <Bone key={place} className={`h-4 ${width}`} />
            ))}
          </div>
          <Bone className="h-40" />
        </div>
      </Waiting>
    </div>
  );
}
