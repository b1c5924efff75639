/** Carriers we know a public tracking page of. `{n}` is the tracking number. Source: each carrier's own site, 2026. */
const TRACKING_PAGES: Record<string, string> = {
  'Royal Mail': 'https://www.royalmail.com/track-your-item#/tracking-results/{n}',
  DHL: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id={n}',
  UPS: 'https://www.ups.com/track?tracknum={n}',
  FedEx: 'https://www.fedex.com/fedextrack/?trknbr={n}',
  PostNL: 'https://postnl.post/details?barcodes={n}',
  DPD: 'https://tracking.dpd.de/parcelstatus?query={n}',
  GLS: 'https://gls-group.eu/track/{n}',
  USPS: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={n}',
  'SF Express': 'https://www.sf-express.com/we/ow/chn/en/waybill/waybill-detail/{n}',
};

export const CARRIERS = Object.keys(TRACKING_PAGES);

/** The carrier's page for a parcel; null when we know none ("Royal Mail Tracked 24" is Royal Mail's). */
export function trackingUrl(carrier: string, trackingNumber: string): string | null {
  const known = CARRIERS.find((name) => carrier.toLowerCase().startsWith(name.toLowerCase()));
  const page = known && TRACKING_PAGES[known];
  return page && trackingNumber ? page.replace('{n}', encodeURIComponent(trackingNumber)) : null;
}
