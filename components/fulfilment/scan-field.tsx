'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';

export type ScanAnswer = { ok: boolean; text: string };

/**
 * Where a scanner types: a code and Enter. What it was taken for is said beside it in words and with a sign, and
 * aloud; the field stays ready for the next one.
 */
export function ScanField(props: { label: string; help: string; onScan: (code: string) => ScanAnswer }) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<(ScanAnswer & { turn: number }) | null>(null);
  // A scanner types at once; on a phone the keyboard stays away until somebody asks for it.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) input.current?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const code = event.currentTarget.value.trim();
    event.currentTarget.value = '';
    if (code === '') return;
    const answer = props.onScan(code);
    setSaid((before) => ({ ...answer, turn: (before?.turn ?? 0) + 1 }));
  }

  const Sign = said?.ok ? CircleCheck : CircleAlert;
  return (
    <div className="flex flex-col gap-2">
      <Field label={props.label} help={props.help}>
        <TextInput
          ref={input}
          mono
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={100}
          onKeyDown={onKeyDown}
        />
      </Field>
      <div aria-live="assertive" className="min-h-9">
        {said ? (
          <p
            key={said.turn}
            data-scan={said.ok ? 'taken' : 'refused'}
            className={`flex items-center gap-2 rounded-control px-3 py-2 font-medium ${
              said.ok ? 'bg-good-soft text-good' : 'border-2 border-bad bg-bad-soft text-bad'
            }`}
          >
            <Sign aria-hidden="true" className="size-4 shrink-0" />
            {said.text}
          </p>
        ) : null}
      </div>
    </div>
  );
}
