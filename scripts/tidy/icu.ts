/** The names of a message's holes and tags, sorted: what two languages must have in common. */
export function paramsOf(message: string): string[] {
  const found = new Set<string>();
  scan(message, 0, found);
  return [...found].sort();
}

/** Reads until the closing brace of this level (or the end) and gives the place after it. */
function scan(text: string, from: number, found: Set<string>): number {
  let i = from;
  while (i < text.length) {
    const char = text[i];
    if (char === "'") i = afterQuote(text, i);
    else if (char === '{') i = argument(text, i + 1, found);
    else if (char === '}') return i + 1;
    else if (char === '<') i = tag(text, i, found);
    else i++;
  }
  return i;
}

/** `'{…}'` is literal text, `''` one apostrophe, a lone one itself. */
function afterQuote(text: string, at: number): number {
  if (text[at + 1] === "'") return at + 2;
  if (!/[{}<|#]/.test(text[at + 1] ?? '')) return at + 1;
  const end = text.indexOf("'", at + 1);
  return end < 0 ? text.length : end + 1;
}

function tag(text: string, at: number, found: Set<string>): number {
  const match = /^<\/?([A-Za-z][\w-]*)\s*\/?>/.exec(text.slice(at));
  if (!match) return at + 1;
  found.add(`<${match[1]}>`);
  return at + match[0].length;
}

/** `name}` or `name, plural, one {…} other {…}}`. */
function argument(text: string, from: number, found: Set<string>): number {
  const head = /^\s*([\w.-]+)\s*(,|\})/.exec(text.slice(from));
  if (!head) throw new Error(`not an ICU message: ${text}`);
  found.add(head[1] ?? '');
  let i = from + head[0].length;
  if (head[2] === '}') return i;
  while (i < text.length && text[i] !== '}') i = text[i] === '{' ? scan(text, i + 1, found) : i + 1;
  return i + 1;
}
