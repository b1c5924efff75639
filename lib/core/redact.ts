const HIDDEN = '[redacted]';
const DEEPEST = 8;

// Matched against a key in lower case without separators: firstName, first_name and first-name are one.
const PERSONAL =
  /^(name|(first|last|full|given|family|display|user|customer|contact|recipient|company|shipping|billing|owner)names?|e?mails?|.*e?mail(address)?|.*phones?(number)?|mobile|tel|.*address(es|line\d?)?|(address)?line\d|street\d?|city|post(al)?code|zip|.*passwords?|passwd|passphrase|.*token|.*secret|.*apikey|cookies?|setcookie|authorization|proxyauthorization|signature|credentials?|iban|card(number)?|cvc|ip|remoteaddress|useragent)$/;

const EMAIL = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+/g;
const URL_PASSWORD = /(\w+:\/\/[^\s:/@]+):[^\s@]+@/g;
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi;
const API_KEY = /\bwb_[\w-]{8,}/g;
const QUERY_PARAMS = /\nparams:[\s\S]*$/;
const KEY_DETAIL = /\bKey \((.+?)\)=\(.*?\)/g;

const isHidden = (key: string) => PERSONAL.test(key.replace(/[_\-.]/g, '').toLowerCase());

function redactText(text: string): string {
  return text
    .replace(QUERY_PARAMS, '')
    .replace(URL_PASSWORD, `$1:${HIDDEN}@`)
    .replace(EMAIL, HIDDEN)
    .replace(BEARER, `$1 ${HIDDEN}`)
    .replace(API_KEY, HIDDEN)
    .replace(KEY_DETAIL, `Key ($1)=(${HIDDEN})`);
}

// A failed statement carries its parameters in several own fields: only these are worth a line.
function redactError(error: Error, depth: number): Record<string, unknown> {
  const [code, digest, constraint] = ['code', 'digest', 'constraint_name'].map((key): unknown =>
    Reflect.get(error, key),
  );
  const stack = (error.stack ?? '').replace(error.message, redactText(error.message));
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(stack),
    ...(typeof code === 'string' && { code }),
    ...(typeof digest === 'string' && { digest }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(error.cause !== undefined && { cause: redactValue(error.cause, depth + 1) }),
  };
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth > DEEPEST) return '[deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Headers || value instanceof Map) return redactFields(Object.fromEntries(value), depth);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth + 1));
  return redactFields(value, depth);
}

function redactFields(fields: object, depth: number): Record<string, unknown> {
  const kept = Object.entries(fields).map(([key, value]) => [
    key,
    isHidden(key) && value != null ? HIDDEN : redactValue(value, depth + 1),
  ]);
  return Object.fromEntries(kept);
}

/** A copy fit for the log: personal fields and secrets by their key, e-mails, keys and parameters inside texts. */
export function redact(value: string): string;
export function redact(value: object): Record<string, unknown>;
export function redact(value: string | object): string | Record<string, unknown> {
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Error) return redactError(value, 0);
  return redactFields(value, 0);
}
