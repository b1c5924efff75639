import { TableSkeleton } from '@/components/ui/skeleton';

export default function OrdersLoading() {
  return <TableSkeleton rows={12} />;
}
