'use server';

import { addMember, addMemberInput } from '@/lib/access/add-member';
import { changeMember, changeMemberInput } from '@/lib/access/change-member';
import { createApiKey, createApiKeyInput } from '@/lib/access/create-api-key';
import { revokeApiKey, revokeApiKeyInput } from '@/lib/access/revoke-api-key';
import { activateWarehouse, activateWarehouseInput } from '@/lib/stock/activate-warehouse';
import { createWarehouse, createWarehouseInput } from '@/lib/stock/create-warehouse';
import { deactivateWarehouse, deactivateWarehouseInput } from '@/lib/stock/deactivate-warehouse';
import { editWarehouse, editWarehouseInput } from '@/lib/stock/edit-warehouse';
import { activateShippingMethod, activateShippingMethodInput } from '@/lib/stores/activate-shipping-method';
import { addTaxClass, addTaxClassInput } from '@/lib/stores/add-tax-class';
import { addTaxRate, addTaxRateInput } from '@/lib/stores/add-tax-rate';
import { chooseShippingTax, chooseShippingTaxInput } from '@/lib/stores/choose-shipping-tax';
import { createShippingMethod, createShippingMethodInput } from '@/lib/stores/create-shipping-method';
import {
  deactivateShippingMethod,
  deactivateShippingMethodInput,
} from '@/lib/stores/deactivate-shipping-method';
import { editHandling, editHandlingInput } from '@/lib/stores/edit-handling';
import { editOrderRules, editOrderRulesInput } from '@/lib/stores/edit-order-rules';
import { editShippingMethod, editShippingMethodInput } from '@/lib/stores/edit-shipping-method';
import { editStoreIdentity, editStoreIdentityInput } from '@/lib/stores/edit-store-identity';
import { editTaxRate, editTaxRateInput } from '@/lib/stores/edit-tax-rate';
import { endTaxRate, endTaxRateInput } from '@/lib/stores/end-tax-rate';
import { orderShippingMethods, orderShippingMethodsInput } from '@/lib/stores/order-shipping-methods';
import { renameTaxClass, renameTaxClassInput } from '@/lib/stores/rename-tax-class';
import { action } from '@/lib/web/action';

const write = 'settings.write' as const;

export const editIdentityAction = action({
  input: editStoreIdentityInput,
  permission: write,
  run: editStoreIdentity,
});
export const editOrderRulesAction = action({
  input: editOrderRulesInput,
  permission: write,
  run: editOrderRules,
});
export const editHandlingAction = action({ input: editHandlingInput, permission: write, run: editHandling });

export const addTaxClassAction = action({ input: addTaxClassInput, permission: write, run: addTaxClass });
export const renameTaxClassAction = action({
  input: renameTaxClassInput,
  permission: write,
  run: renameTaxClass,
});
export const addTaxRateAction = action({ input: addTaxRateInput, permission: write, run: addTaxRate });
export const editTaxRateAction = action({ input: editTaxRateInput, permission: write, run: editTaxRate });
export const endTaxRateAction = action({ input: endTaxRateInput, permission: write, run: endTaxRate });
export const chooseShippingTaxAction = action({
  input: chooseShippingTaxInput,
  permission: write,
  run: chooseShippingTax,
});

export const createShippingMethodAction = action({
  input: createShippingMethodInput,
  permission: write,
  run: createShippingMethod,
});
export const editShippingMethodAction = action({
  input: editShippingMethodInput,
  permission: write,
  run: editShippingMethod,
});
export const orderShippingMethodsAction = action({
  input: orderShippingMethodsInput,
  permission: write,
  run: orderShippingMethods,
});
export const activateShippingMethodAction = action({
  input: activateShippingMethodInput,
  permission: write,
  run: activateShippingMethod,
});
export const deactivateShippingMethodAction = action({
  input: deactivateShippingMethodInput,
  permission: write,
  run: deactivateShippingMethod,
});

export const createWarehouseAction = action({
  input: createWarehouseInput,
  permission: write,
  run: createWarehouse,
});
export const editWarehouseAction = action({
  input: editWarehouseInput,
  permission: write,
  run: editWarehouse,
});
export const activateWarehouseAction = action({
  input: activateWarehouseInput,
  permission: write,
  run: activateWarehouse,
});
export const deactivateWarehouseAction = action({
  input: deactivateWarehouseInput,
  permission: write,
  run: deactivateWarehouse,
});

export const addMemberAction = action({ input: addMemberInput, permission: 'team.write', run: addMember });
export const changeMemberAction = action({
  input: changeMemberInput,
  permission: 'team.write',
  run: changeMember,
});

export const createApiKeyAction = action({
  input: createApiKeyInput,
  permission: 'apikey.write',
  run: createApiKey,
});
export const revokeApiKeyAction = action({
  input: revokeApiKeyInput,
  permission: 'apikey.write',
  run: revokeApiKey,
});
