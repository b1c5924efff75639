import { type SourceMapping, sourceMapping } from './source-mapping';

/** UCI "Online Retail" (both editions): one row per invoice line, as a gift wholesaler's system wrote it. */
export const onlineRetail: SourceMapping = sourceMapping.parse({
  source: 'online-retail',
  kind: 'orders',
  columns: {
    document: ['invoice', 'invoiceno'],
    sku: ['stockcode'],
    title: ['description'],
    quantity: ['quantity'],
    at: ['invoicedate'],
    unitPrice: ['price', 'unitprice'],
    customerRef: ['customerid'],
    country: ['country'],
  },
  format: { dates: ['iso', 'month-first'] },
  cancellationPrefix: 'C',
  badDebtPrefix: 'A',
  charges: {
    post: 'shipping', // postage
    dot: 'shipping', // postage of the web shop
    c2: 'shipping', // carriage
    c3: 'shipping',
    d: 'discount',
    m: 'either', // manual: both ways, and large
    adjust: 'either',
    adjust2: 'either',
    s: 'either', // samples
    b: 'either', // bad debt, when not on an invoice of its own
    'bank charges': 'fee',
    amazonfee: 'fee',
    cruk: 'fee', // commission to a charity
    gift: 'fee',
  },
  chargePrefixes: { gift_: 'fee', test0: 'fee' },
  countries: {
    eire: 'IE',
    rsa: 'ZA',
    usa: 'US',
    uk: 'GB',
    korea: 'KR',
    'czech republic': 'CZ',
    'hong kong': 'HK',
    // Guernsey and Jersey have a code each, the islands together have none; the rest name no country at all.
    'channel islands': null,
    'west indies': null,
    'european community': null,
    unspecified: null,
  },
});
