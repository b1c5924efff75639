import { storePage } from '@/lib/web/store-page';
import { type QueueProps, QueueScreen, queueQuery } from '../_queue/queue-screen';

export { queueTitle as generateMetadata } from '../_queue/queue-screen';

export default async function ToPackPage(props: QueueProps) {
  const [{ store: slug }, search] = await Promise.all([props.params, props.searchParams]);
  const page = await storePage(slug, 'order.read');
  return <QueueScreen page={page} query={queueQuery('pack', search)} />;
}
