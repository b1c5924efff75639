'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { FileInput } from './file-input';

interface Picture {
  key: string;
  url: string;
  alt: string;
}

/** Pictures to add, seen before they are sent; those already there can be taken away. */
export function ImagePicker(props: {
  name: string;
  existing?: readonly Picture[];
  onRemove?: (key: string) => void;
  multiple?: boolean;
}) {
  const t = useTranslations('ui');
  const [chosen, setChosen] = useState<Picture[]>([]);
  useEffect(
    () => () => {
      for (const picture of chosen) URL.revokeObjectURL(picture.url);
    },
    [chosen],
  );

  function took(files: File[]) {
    setChosen(files.map((file) => ({ key: file.name, url: URL.createObjectURL(file), alt: file.name })));
  }

  return (
    <div className="flex flex-col gap-2">
      <FileInput name={props.name} accept="image/*" multiple={props.multiple ?? true} onFiles={took} />
      {chosen.length + (props.existing?.length ?? 0) > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {[...(props.existing ?? []), ...chosen].map((picture) => (
            <li key={picture.key} className="relative">
              <img
                src={picture.url}
                alt={picture.alt}
                className="size-20 rounded-[6px] border bg-sunken object-cover"
              />
              {props.onRemove && props.existing?.includes(picture) ? (
                <button
                  type="button"
                  aria-label={t('file.remove', { name: picture.alt })}
                  onClick={() => props.onRemove?.(picture.key)}
                  className="absolute -top-2 -right-2 inline-flex size-6 items-center justify-center rounded-full border border-line-strong bg-surface text-ink-2 hover:text-ink"
                >
                  <X aria-hidden="true" className="size-3.5" />
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
