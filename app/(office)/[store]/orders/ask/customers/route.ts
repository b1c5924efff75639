import { searchCustomers, searchCustomersInput } from '@/lib/customers/search-customers';
import { storeQuestion } from '@/lib/web/store-route';

/** Who may be meant, by name, e-mail or phone. */
export const POST = storeQuestion({
  permission: 'order.write',
  input: searchCustomersInput,
  run: searchCustomers,
});
