import { z } from 'zod';
import { PAYMENT_METHODS } from '@/lib/orders/order-state';
import { fileFormat } from './file-format';

export const IMPORT_KINDS = ['orders', 'products', 'customers', 'prices', 'stock'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a column can say, by kind; the first list must be there. */
export const FIELDS = {
  orders: {
    required: ['document', 'sku', 'at', 'unitPrice'],
    optional: [
      'quantity',
      'title',
      'customerRef',
      'country',
      'freight',
      'status',
      'confirmedAt',
      'shippedAt',
      'deliveredAt',
      'promisedAt',
      'paidBy',
      'paidAmount',
    ],
  },
  products: { required: ['sku', 'title'], optional: ['price', 'barcode', 'vendor', 'category'] },
  customers: { required: ['name'], optional: ['customerRef', 'email', 'phone', 'company', 'country'] },
  prices: { required: ['sku', 'price'], optional: ['cost'] },
  stock: { required: ['sku', 'quantity'], optional: ['warehouse'] },
} as const satisfies Record<ImportKind, { required: readonly string[]; optional: readonly string[] }>;
export type OrderField = (typeof FIELDS)['orders']['required' | 'optional'][number];
export type Field = (typeof FIELDS)[ImportKind]['required' | 'optional'][number];

export const fieldsOf = (kind: ImportKind): readonly Field[] => [
  ...FIELDS[kind].required,
  ...FIELDS[kind].optional,
];
const ALL_FIELDS = [...new Set(IMPORT_KINDS.flatMap(fieldsOf))];

/** What a code that is no goods stands for; `either` is a fee when it adds and a discount when it takes away. */
export const CHARGE_CODES = ['shipping', 'fee', 'discount', 'either'] as const;
export type ChargeCode = (typeof CHARGE_CODES)[number];

/** The rules of an import of orders that can be switched off. */
export const SWITCHES = ['charges', 'stock_corrections', 'bad_debt', 'match_returns'] as const;
export type Switch = (typeof SWITCHES)[number];

const foldedName = z.string().trim().min(1).max(200);
const codes = z.record(z.string().max(100), z.enum(CHARGE_CODES));

/** How one source writes its files: data, so that another year or merchant needs another mapping and no code. */
export const sourceMapping = z.strictObject({
  source: z
    .string()
    .trim()
    .min(1, { error: 'exchange.errors.mappingName' })
    .max(80, { error: 'exchange.errors.mappingName' }),
  kind: z.enum(IMPORT_KINDS),
  /** The headers a column may carry, folded to lower case without spaces or signs. */
  columns: z.partialRecord(z.enum(ALL_FIELDS), z.array(foldedName).max(20)),
  /** What is known better than a file tells by itself. */
  format: fileFormat.omit({ container: true }).partial().default({}),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'exchange.errors.currency' })
    .optional(),
  timeZone: z.string().max(80).optional(),
  /** Documents whose number begins so take goods back, or write a debt off; '' where there are none. */
  cancellationPrefix: z.string().max(20).default(''),
  badDebtPrefix: z.string().max(20).default(''),
  /** Codes that are no goods, as SKU keys. */
  charges: codes.default({}),
  /** SKU keys beginning so are no goods either. */
  chargePrefixes: codes.default({}),
  /** Country names the usual English ones do not cover; null where no single country is meant. */
  countries: z.record(z.string().max(100), z.string().length(2).nullable()).default({}),
  /** The status words of orders that are over; where there are none, every order is. The rest is set aside. */
  doneStatuses: z.array(z.string().trim().max(80)).max(50).default([]),
  /** What the file's payment methods are called here, folded. */
  methods: z.record(z.string().max(80), z.enum(PAYMENT_METHODS)).default({}),
  /** Of every row where the file has no country. */
  country: z.string().length(2).optional(),
  off: z.array(z.enum(SWITCHES)).max(SWITCHES.length).default([]),
});
export type SourceMapping = z.output<typeof sourceMapping>;
export type SourceMappingInput = z.input<typeof sourceMapping>;

export const isOn = (mapping: SourceMapping, name: Switch): boolean => !mapping.off.includes(name);

/** What a code stands for, or null for goods. */
export function chargeOf(mapping: SourceMapping, skuKey: string): ChargeCode | null {
  if (!isOn(mapping, 'charges')) return null;
  const exact = Object.hasOwn(mapping.charges, skuKey) ? mapping.charges[skuKey] : undefined;
  if (exact) return exact;
  for (const [prefix, code] of Object.entries(mapping.chargePrefixes)) {
    if (skuKey.startsWith(prefix)) return code;
  }
  return null;
}
