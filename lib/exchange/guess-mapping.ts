import { foldHeader } from './fold-header';
import { type Field, fieldsOf, type ImportKind, type SourceMapping, sourceMapping } from './source-mapping';

/** What people call their columns, folded, the likeliest first. */
const NAMES: Record<Field, readonly string[]> = {
  document: ['invoice', 'invoiceno', 'order', 'orderid', 'orderno', 'ordernumber', 'name', '订单号', '订单编号', '单号', 'bestellnummer'],
  sku: ['sku', 'stockcode', 'productid', 'productcode', 'itemcode', 'itemnumber', 'lineitemsku', 'artikelnummer', '商品编码', '货号', '商品编号'],
  title: ['title', 'productname', 'product', 'description', 'name', 'lineitemname', 'bezeichnung', '商品名称', '名称'],
  quantity: ['quantity', 'qty', 'units', 'available', 'stock', 'onhand', 'lineitemquantity', 'menge', '数量', '库存'],
  at: ['invoicedate', 'orderdate', 'date', 'createdat', 'created', 'orderpurchasetimestamp', 'placedat', 'datum', '下单时间', '日期'],
  unitPrice: ['price', 'unitprice', 'lineitemprice', 'itemprice', 'preis', '单价', '价格'],
  customerRef: ['customerid', 'customerno', 'customernumber', 'customer', 'externalid', 'kundennummer', '客户编号', '会员号'],
  country: ['country', 'shippingcountry', 'countrycode', 'land', '国家', '国家地区'],
  freight: ['freightvalue', 'freight', 'shippingcost', 'shippingprice', '运费'],
  status: ['orderstatus', 'status', '订单状态', '状态'],
  confirmedAt: ['orderapprovedat', 'confirmedat', 'paidat', '付款时间'],
  shippedAt: ['orderdeliveredcarrierdate', 'shippedat', 'fulfilledat', '发货时间'],
  deliveredAt: ['orderdeliveredcustomerdate', 'deliveredat', '签收时间'],
  promisedAt: ['orderestimateddeliverydate', 'promisedat', '预计送达'],
  paidBy: ['paymenttype', 'paymentmethod', '支付方式'],
  paidAmount: ['paymentvalue', 'paymentamount', '支付金额'],
  price: ['price', 'unitprice', 'retailprice', 'preis', '价格', '单价'],
  cost: ['cost', 'costprice', 'unitcost', 'einkaufspreis', '成本', '进价'],
  barcode: ['barcode', 'ean', 'gtin', 'upc', '条码', '条形码'],
  vendor: ['vendor', 'brand', 'supplier', 'manufacturer', 'hersteller', '品牌', '供应商'],
  category: ['category', 'producttype', 'type', 'kategorie', '类目', '分类'],
  name: ['name', 'customername', 'fullname', 'kunde', '姓名', '客户名称'],
  email: ['email', 'emailaddress', 'mail', '邮箱', '电子邮箱'],
  phone: ['phone', 'phonenumber', 'mobile', 'telephone', 'telefon', '电话', '手机', '手机号'],
  company: ['company', 'companyname', 'firma', '公司'],
  warehouse: ['warehouse', 'warehousecode', 'location', 'lager', '仓库', '仓库编码'],
}; // biome-ignore format: a table

/** A mapping to begin with, from what the columns are called. Each column says one thing. */
export function guessMapping(kind: ImportKind, source: string, headers: readonly string[]): SourceMapping {
  const left = new Set(headers.map(foldHeader));
  const columns: Partial<Record<Field, string[]>> = {};
  for (const field of fieldsOf(kind)) {
    const found = NAMES[field].find((name) => left.has(name));
    if (found === undefined) continue;
    columns[field] = [found];
    left.delete(found);
  }
  return sourceMapping.parse({ source, kind, columns });
}

/** The same headers in any order are the same kind of file. */
export const headersKey = (headers: readonly string[]): string =>
  headers.map(foldHeader).filter(Boolean).sort().join(' ').slice(0, 4000);
