'use server';

import { refresh } from 'next/cache';
import { addAddress, addAddressInput } from '@/lib/customers/add-address';
import { addCustomerNote, addCustomerNoteInput } from '@/lib/customers/add-customer-note';
import { createCustomer, createCustomerInput } from '@/lib/customers/create-customer';
import { editAddress, editAddressInput } from '@/lib/customers/edit-address';
import { editCustomer, editCustomerInput } from '@/lib/customers/edit-customer';
import { removeAddress, removeAddressInput } from '@/lib/customers/remove-address';
import { revealContact, revealContactInput } from '@/lib/customers/reveal-contact';
import { setDefaultAddress, setDefaultAddressInput } from '@/lib/customers/set-default-address';
import { action } from '@/lib/web/action';

/** Runs a verb and sends the page's new truth back with its answer. */
const then =
  <C, I, T>(verb: (ctx: C, input: I) => Promise<T>) =>
  async (ctx: C, input: I) => {
    const result = await verb(ctx, input);
    refresh();
    return result;
  };

export const create = action({
  input: createCustomerInput,
  permission: 'customer.write',
  run: createCustomer,
});
export const edit = action({
  input: editCustomerInput,
  permission: 'customer.write',
  run: then(editCustomer),
});
export const reveal = action({ input: revealContactInput, run: revealContact });
export const note = action({
  input: addCustomerNoteInput,
  permission: 'customer.note',
  run: then(addCustomerNote),
});

export const newAddress = action({
  input: addAddressInput,
  permission: 'customer.write',
  run: then(addAddress),
});
export const changeAddress = action({
  input: editAddressInput,
  permission: 'customer.write',
  run: then(editAddress),
});
export const dropAddress = action({ input: removeAddressInput, run: then(removeAddress) });
export const preferAddress = action({ input: setDefaultAddressInput, run: then(setDefaultAddress) });
