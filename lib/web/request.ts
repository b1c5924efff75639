import { headers } from 'next/headers';
import { cache } from 'react';
import { env } from '@/lib/core/env';
import { clientAddress } from './client-address';
import { REQUEST_ID_HEADER, requestIdFrom } from './request-id';

/** One request as the edge knows it, before anybody is known: the clock is read here and nowhere deeper. */
export type RequestInfo = {
  requestId: string;
  address: string;
  userAgent: string;
  now: Date;
  headers: Headers;
};

/** The current request of a page or an action. The proxy gave it its id. */
export const requestInfo = cache(async (): Promise<RequestInfo> => {
  const head = await headers();
  return infoFrom(head, requestIdFrom(head.get(REQUEST_ID_HEADER), true));
});

/** A request of the API, which does not pass the proxy. */
export function apiRequestInfo(head: Headers): RequestInfo {
  return infoFrom(head, requestIdFrom(head.get(REQUEST_ID_HEADER), env().TRUST_PROXY));
}

function infoFrom(head: Headers, requestId: string): RequestInfo {
  return {
    requestId,
    address: clientAddress(head),
    userAgent: (head.get('user-agent') ?? '').slice(0, 300),
    now: new Date(),
    headers: head,
  };
}

/** What our own pages and addresses are compared with. */
export const ownSite = () => ({ publicUrl: env().PUBLIC_URL, trustProxy: env().TRUST_PROXY });
