import { type SourceMapping, sourceMapping } from './source-mapping';

/**
 * Olist, a marketplace in Brazil: items, each with its order, that order's payments, its customer and the product, as
 * several files joined by their keys. One row is one unit.
 */
export const olist: SourceMapping = sourceMapping.parse({
  source: 'olist',
  kind: 'orders',
  columns: {
    document: ['orderid'],
    sku: ['productid'],
    title: ['productcategoryname'],
    at: ['orderpurchasetimestamp'],
    unitPrice: ['price'],
    freight: ['freightvalue'],
    customerRef: ['customeruniqueid'],
    status: ['orderstatus'],
    confirmedAt: ['orderapprovedat'],
    shippedAt: ['orderdeliveredcarrierdate'],
    deliveredAt: ['orderdeliveredcustomerdate'],
    promisedAt: ['orderestimateddeliverydate'],
    paidBy: ['paymenttype'],
    paidAmount: ['paymentvalue'],
  },
  format: { dates: ['iso'] },
  currency: 'BRL',
  timeZone: 'America/Sao_Paulo',
  country: 'BR',
  doneStatuses: ['delivered'],
  methods: {
    credit_card: 'credit_card',
    debit_card: 'debit_card',
    boleto: 'bank_transfer', // a slip paid at any bank
    voucher: 'store_credit',
  },
});
