import { notFound } from 'next/navigation';
import type { Ctx } from '@/lib/core/ctx';
import { read } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { getOrder } from '@/lib/orders/get-order';
import { orderActions } from '@/lib/orders/order-actions';
import { orderFacts } from '@/lib/orders/order-facts';
import { orderTimeline } from '@/lib/orders/order-timeline';
import { orderListSearch, parseOrderList } from '@/lib/orders/order-views';
import { makeDesk } from './make-desk';

type Search = Record<string, string | string[] | undefined>;

/** Reads one order and its timeline in one snapshot, and decides what can be done with it. */
export async function openOrder(ctx: Ctx, key: string, search: Search) {
  const query = parseOrderList(search);
  const only = search.timeline === 'notes' ? 'notes' : 'everything';
  const { detail, timeline } = await orNotFound(() =>
    read(ctx, async (inner) => {
      const detail = await getOrder(inner, { key, within: query, linesAfter: count(search.lines) });
      const before = count(search.before) || null;
      return { detail, timeline: await orderTimeline(inner, { orderId: detail.order.id, only, before }) };
    }),
  );
  const facts = orderFacts(detail, ctx.actor.permissions);
  const actions = orderActions(facts);
  const path = `/${ctx.store.slug}/orders/${detail.order.number ?? detail.order.id}`;
  const hrefOf = (extra: Record<string, string>) => `${path}${orderListSearch(query, extra)}`;
  const desk = await makeDesk({
    ctx,
    detail,
    facts,
    actions,
    hrefOf: (act, of) => hrefOf({ act, ...(of ? { of } : {}) }),
  });
  return { detail, timeline, facts, actions, desk, query, only, hrefOf } as const;
}

const count = (value: Search[string]) => {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
};

/** An unknown order, another store's and a damaged address are the same page: there is nothing here. */
export async function orNotFound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}
