'use client';

import { Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { classNames } from './class-names';
import { useFieldControl } from './field';

export interface FileInputProps {
  name: string;
  accept?: string;
  multiple?: boolean;
  onFiles?: (files: File[]) => void;
  /** Its name when it stands outside a field. */
  label?: string;
}

/** Files by choosing or dropping; a real input, so it is sent with the form. */
export function FileInput({ name, accept, multiple, onFiles, label }: FileInputProps) {
  const t = useTranslations('ui');
  const link = useFieldControl();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [names, setNames] = useState<string[]>([]);

  function took(files: FileList | null) {
    const list = [...(files ?? [])];
    setNames(list.map((file) => file.name));
    onFiles?.(list);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    took(event.dataTransfer.files);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to the input inside
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        'relative flex min-h-20 flex-col items-center justify-center gap-1 rounded-card border border-dashed border-line-strong px-4 py-4 text-center text-13 text-ink-2 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus',
        over && 'border-accent bg-accent-soft',
      )}
    >
      <Upload aria-hidden="true" className="size-4 text-ink-3" />
      <span>
        {names.length > 0 ? names.join(', ') : t('file.choose', { many: String(multiple ?? false) })}
      </span>
      <input
        {...link}
        ref={input}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        aria-label={label}
        onChange={(event) => took(event.target.files)}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
    </div>
  );
}
