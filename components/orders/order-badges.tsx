import { StatusBadge } from '@/components/status/status-badge';
import { fulfilmentBadge, paymentBadge } from '@/components/status/status-meaning';
import { Badge } from '@/components/ui/badge';
import type { OrderHead } from '@/lib/orders/order-detail';

/** Payment, fulfilment, what is special about it, and its tags. */
export function OrderBadges({ order }: { order: OrderHead }) {
  const closed = order.status === 'completed' ? order.status : null;
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <StatusBadge kind="payment" value={paymentBadge(order.paymentStatus, order.paymentMethod)} />
      <StatusBadge kind="fulfilment" value={fulfilmentBadge(order.status, order.fulfilmentStatus)} />
      {order.heldAt ? <StatusBadge kind="order" value="on_hold" /> : null}
      {closed ? <StatusBadge kind="order" value={closed} /> : null}
      {order.kind === 'credit' ? <StatusBadge kind="orderKind" value={order.kind} /> : null}
      {order.returnStatus === 'none' ? null : <StatusBadge kind="orderReturn" value={order.returnStatus} />}
      {order.tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </span>
  );
}
