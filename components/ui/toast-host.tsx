'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { onFirstToast } from './toast-queue';

const ToastRegion = dynamic(() => import('./toast-region').then((part) => part.ToastRegion), {
  ssr: false,
});

/** Waits for the first message; costs nothing until then. */
export function ToastHost() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => onFirstToast(() => setWanted(true)), []);
  return wanted ? <ToastRegion /> : null;
}
