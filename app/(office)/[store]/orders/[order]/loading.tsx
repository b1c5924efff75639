import { DetailSkeleton } from '@/components/ui/skeleton';

export default function OrderLoading() {
  return <DetailSkeleton />;
}
