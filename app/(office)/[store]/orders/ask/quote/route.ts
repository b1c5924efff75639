import { quoteForEditor } from '@/lib/orders/quote-for-editor';
import { draftInput } from '@/lib/orders/save-draft';
import { storeQuestion } from '@/lib/web/store-route';

/** What the order being written comes to. */
export const POST = storeQuestion({ permission: 'order.write', input: draftInput, run: quoteForEditor });
