'use server';

import { addAddress, addAddressInput } from '@/lib/customers/add-address';
import { addCustomerNote, addCustomerNoteInput } from '@/lib/customers/add-customer-note';
import { createCustomer, createCustomerInput } from '@/lib/customers/create-customer';
import { editAddress, editAddressInput } from '@/lib/customers/edit-address';
import { editCustomer, editCustomerInput } from '@/lib/customers/edit-customer';
import { removeAddress, removeAddressInput } from '@/lib/customers/remove-address';
import { revealContact, revealContactInput } from '@/lib/customers/reveal-contact';
import { setDefaultAddress, setDefaultAddressInput } from '@/lib/customers/set-default-address';
import { action } from '@/lib/web/action';
import { thenRefresh } from '@/lib/web/then-refresh';

export const create = action({
  input: createCustomerInput,
  permission: 'customer.write',
  run: createCustomer,
});
export const edit = action({
  input: editCustomerInput,
  permission: 'customer.write',
  run: thenRefresh(editCustomer),
});
export const reveal = action({ input: revealContactInput, run: revealContact });
export const note = action({
  input: addCustomerNoteInput,
  permission: 'customer.note',
  run: thenRefresh(addCustomerNote),
});

export const newAddress = action({
  input: addAddressInput,
  permission: 'customer.write',
  run: thenRefresh(addAddress),
});
export const changeAddress = action({
  input: editAddressInput,
  permission: 'customer.write',
  run: thenRefresh(editAddress),
});
export const dropAddress = action({ input: removeAddressInput, run: thenRefresh(removeAddress) });
export const preferAddress = action({ input: setDefaultAddressInput, run: thenRefresh(setDefaultAddress) });
