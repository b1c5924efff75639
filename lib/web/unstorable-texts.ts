type Path = readonly PropertyKey[];
/** A place as its last step and the place before it: a deep body's places share their way. */
type Place = { name: string; within: Place } | null;

/** What Postgres can not keep as text: the character zero, and half of a pair that stands for one character. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Enough to say what is wrong; a body made of nothing else must not cost more. */
const MOST = 20;

/**
 * Where in a value from outside there is a text, or a field's name, that can not be kept. Goes by a list, not by
 * calling itself: a body may be nested deeper than the stack.
 */
export function unstorableTexts(value: unknown): Path[] {
  const found: Path[] = [];
  const seen = new Set<object>();
  const waiting: { value: unknown; place: Place }[] = [{ value, place: null }];
  for (let next = waiting.pop(); next && found.length < MOST; next = waiting.pop()) {
    const { value, place } = next;
    if (typeof value === 'string' && UNSTORABLE.test(value)) found.push(pathTo(place));
    if (!isPlain(value) || seen.has(value)) continue;
    seen.add(value);
    for (const [name, part] of Object.entries(value).reverse()) {
      const here: Place = { name, within: place };
      if (UNSTORABLE.test(name) && found.length < MOST) found.push(pathTo(here));
      else if (part !== null && (typeof part === 'string' || typeof part === 'object')) {
        waiting.push({ value: part, place: here });
      }
    }
  }
  return found;
}

function pathTo(place: Place): Path {
  const path: string[] = [];
  for (let at = place; at; at = at.within) path.push(at.name);
  return path.reverse();
}

/** Lists and objects of plain data; not files or other things a form may send. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || kind === Object.prototype || kind === null;
}
