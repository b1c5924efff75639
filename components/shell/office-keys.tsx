'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { isTyping } from '@/components/ui/is-typing';
import { JUMP_KEYS, type Place } from './place';

const KeyList = dynamic(() => import('./key-list').then((part) => part.KeyList), { ssr: false });
const JUMP_MS = 1_200;

/** `?` lists the keys; `g` and a letter goes to a place. */
export function OfficeKeys(props: { places: readonly Place[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const armedAt = useRef(0);
  const { places } = props;

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const armed = event.timeStamp - armedAt.current < JUMP_MS;
      armedAt.current = 0;
      if (event.key === '?') setOpen(true);
      else if (event.key === 'g') armedAt.current = event.timeStamp;
      else if (armed) {
        const place = places.find(({ key }) => JUMP_KEYS[key] === event.key);
        if (place) router.push(place.href);
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [places, router]);

  return open ? <KeyList places={places} onClose={() => setOpen(false)} /> : null;
}
