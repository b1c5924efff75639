import { endpoint } from '@/lib/web/endpoint';

/** Addresses that are none, answered like all others of the API. */
export const GET = endpoint({ methods: [] });
export const POST = endpoint({ methods: [] });
export const PUT = endpoint({ methods: [] });
export const PATCH = endpoint({ methods: [] });
export const DELETE = endpoint({ methods: [] });
