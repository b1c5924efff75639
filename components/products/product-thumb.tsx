import { Package } from 'lucide-react';
import type { Id } from '@/lib/core/ids';

const SIZES = { small: 'size-8', medium: 'size-9', large: 'aspect-square w-full' } as const;

/** A product's picture, or the outline of a parcel. Its name stands beside it, so it needs no words of its own. */
export function ProductThumb(props: {
  storeSlug: string;
  imageId: Id<'img'> | null;
  /** Shown on hover, where no name stands beside it. */
  title?: string;
  size?: keyof typeof SIZES;
}) {
  const size = SIZES[props.size ?? 'small'];
  const frame = `inline-flex shrink-0 items-center justify-center overflow-hidden rounded-[6px] border bg-sunken ${size}`;
  return (
    <span className={frame} {...(props.title ? { title: props.title } : {})}>
      {props.imageId ? (
        <img
          src={`/${props.storeSlug}/images/${props.imageId}`}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full object-contain"
        />
      ) : (
        <Package aria-hidden="true" className="size-[45%] max-h-8 max-w-8 text-ink-3" strokeWidth={1.5} />
      )}
    </span>
  );
}
