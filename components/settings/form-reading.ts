/** What a form carries, as the verbs want it. What is no number becomes NaN, which every schema refuses in words. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

export function wholeOf(form: FormData, name: string): number {
  const text = textOf(form, name);
  return text === '' ? Number.NaN : Number(text);
}

/** Empty is none. */
export function optionalWholeOf(form: FormData, name: string): number | null {
  return textOf(form, name) === '' ? null : wholeOf(form, name);
}

export function allOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

/** All that is typed, as one text: equal texts, equal forms. */
export function snapshot(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].filter(([name]) => !name.startsWith('$'));
  return JSON.stringify(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
  );
}
