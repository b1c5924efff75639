import { type Story, sent } from './demo-stories';

const order = (story: Partial<Story> & Pick<Story, 'who' | 'items' | 'placed'>): Story => ({
  by: 'shop',
  pay: 'bank_transfer',
  method: 'tracked48',
  ...story,
});

/** On this day before now the store began to look at every order before confirming it. */
export const MANUAL_SINCE = [2, '17:30'] as const;

/** One order for everything that can be, so that every badge and every button has its place in the demo. */
export const SPECIAL_STORIES: readonly Story[] = [
  // Being written.
  order({ who: 'matthias', items: [['HH-PLT-STN', 6], ['HH-BBW-STN', 6]], placed: 25, by: 'support', method: 'postnl', draft: true }),
  order({
    who: 'fenwick', items: [['HH-CDL-FIG', 12], ['HH-SOP-LAV', 24]], placed: [1, '15:10'], by: 'manager', pay: 'invoice',
    discount: { percent: 15, reason: 'Wholesale' }, draft: true,
  }),
  // Placed, and no money yet.
  order({ who: 'sofia', items: [['HH-VAS-SEA', 1], ['HH-CDL-SEA', 2]], placed: 190, method: 'postnl' }),
  order({ who: 'ines', items: [['HH-TMB-SE4', 1]], placed: [2, '19:45'], method: 'postnl' }),
  order({
    who: 'carmen', items: [['HH-CSH-CLY', 2]], placed: [5, '11:05'], method: 'postnl',
    acts: [{ do: 'note', at: [2, '10:20'], text: 'Wrote to ask whether the transfer is on its way.' }],
  }),
  // Money is there or not needed: somebody has to confirm.
  order({ who: 'wei', items: [['HH-THR-INK', 1], ['HH-SOP-OLV', 2]], placed: 45, method: 'dhl', acts: [{ do: 'pay', at: 20 }] }),
  order({ who: 'priya', items: [['HH-BRD-LRG', 1]], placed: 70, pay: 'cash_on_delivery', method: 'tracked24' }),
  order({ who: 'grace', items: [['HH-CRF-SEA', 2], ['HH-TMB-SE4', 1]], placed: 330, method: 'dhl', acts: [{ do: 'pay', at: 240 }] }),
  order({
    who: 'liming', items: [['HH-MUG-INK', 4]], placed: [1, '09:30'], method: 'dhl',
    acts: [{ do: 'pay', at: [1, '10:10'] }, { do: 'note', at: [1, '10:30'], text: '客人要求周末前送达，请先确认库存。 @Sam' }],
  }),
  // To pick.
  order({ who: 'tom', items: [['HH-MUG-OAT', 2], ['HH-SPN-ASH', 1]], placed: 150, method: 'tracked24', acts: [{ do: 'pay', at: 140 }, { do: 'confirm', at: 95 }] }),
  order({ who: 'amelia', items: [['HH-CDL-SMK', 2]], placed: [1, '20:12'], method: 'tracked24', acts: [{ do: 'pay', at: [1, '20:30'] }, { do: 'confirm', at: [1, '21:05'] }] }),
  order({ who: 'hanna', items: [['HH-LIN-MS4', 1], ['HH-BRS-BCH', 2]], placed: [1, '13:40'], method: 'postnl', acts: [{ do: 'pay', at: [1, '14:00'] }, { do: 'confirm', at: [1, '16:50'] }] }),
  order({
    who: 'chloe', items: [['HH-GFT-ROS', 1]], placed: [1, '18:25'], method: 'postnl',
    acts: [{ do: 'pay', at: [1, '18:40'] }, { do: 'confirm', at: [1, '19:00'] }, { do: 'tag', at: [1, '19:01'], tags: ['Gift note'] }],
  }),
  order({ who: 'ruth', guest: true, items: [['HH-SOP-OLV', 3]], placed: [1, '17:15'], by: 'support', pay: 'cash_on_delivery', acts: [{ do: 'confirm', at: [1, '17:16'] }] }),
  // Late.
  order({ who: 'james', items: [['HH-MIR-BRS', 1]], placed: [6, '10:40'], method: 'dhl', acts: [{ do: 'pay', at: [6, '11:00'] }, { do: 'note', at: [3, '12:00'], text: 'Frame had a scratch. Waiting for the next one from Leeds.', by: 'fulfilment' }] }),
  order({ who: 'isla', items: [['HH-BSK-LRG', 1], ['HH-BSK-MED', 1]], placed: [5, '15:20'], pay: 'invoice' }),
  // On the bench.
  order({ who: 'oliver', items: [['HH-PLT-INK', 4], ['HH-NAP-OA6', 1]], placed: [1, '10:10'], method: 'tracked24', acts: [{ do: 'pay', at: [1, '10:20'] }, { do: 'confirm', at: [1, '11:00'] }, { do: 'pick', at: 130, only: [['HH-PLT-INK', 2]] }] }),
  order({ who: 'gareth', items: [['HH-JUG-INK', 1], ['HH-BBW-OAT', 2]], placed: [1, '12:00'], acts: [{ do: 'pay', at: [1, '12:30'] }, { do: 'confirm', at: [1, '13:00'] }, { do: 'pick', at: 80 }] }),
  order({ who: 'daniel', items: [['HH-CSH-MOS', 2]], placed: [1, '09:15'], method: 'tracked24', acts: [{ do: 'pay', at: [1, '09:40'] }, { do: 'confirm', at: [1, '09:55'] }, { do: 'pick', at: 120 }, { do: 'pack', at: 100 }] }),
  // Two warehouses: half of it has left.
  order({
    who: 'nora', items: [['HH-MUG-INK', 2], ['HH-THR-OAT', 1]], placed: [1, '08:35'], method: 'postnl',
    acts: [
      { do: 'pay', at: [1, '08:50'] }, { do: 'confirm', at: [1, '09:05'] }, { do: 'pick', at: 300, from: 'rotterdam' },
      { do: 'pack', at: 280, from: 'rotterdam' }, { do: 'ship', at: 200, from: 'rotterdam' }, { do: 'pick', at: 60, from: 'leeds' },
    ],
  }),
  order({
    who: 'luc', items: [['HH-MUG-INK', 3], ['HH-BWL-OAT', 1]], placed: [8, '10:05'], method: 'postnl',
    acts: [{ do: 'pay', at: [8, '10:30'] }, ...sent(7, 11, 'rotterdam'), ...sent(6, 10, 'leeds'), { do: 'deliver', at: [4, '12:40'], from: 'rotterdam' }],
  }),
  // On the way.
  order({ who: 'elin', items: [['HH-LIN-RS4', 1]], placed: [4, '08:55'], method: 'postnl', acts: [{ do: 'pay', at: [4, '09:30'] }, ...sent(3, 13)] }),
  order({ who: 'joost', items: [['HH-DIN-OA8', 2], ['HH-CDL-FIG', 1]], placed: [3, '17:45'], method: 'postnl', acts: [{ do: 'pay', at: [3, '18:00'] }, ...sent(1, 9)] }),
  order({ who: 'marta', items: [['HH-PND-STN', 1]], placed: [4, '20:20'], method: 'postnl', acts: [{ do: 'pay', at: [4, '20:40'] }, ...sent(2, 14)] }),
  order({
    who: 'fenwick', items: [['HH-MUG-SEA', 12], ['HH-CDL-SEA', 6]], placed: [6, '09:00'], by: 'manager', pay: 'invoice',
    discount: { percent: 15, reason: 'Wholesale' },
    acts: [{ do: 'tag', at: [6, '09:01'], tags: ['Wholesale'] }, ...sent(5, 10), { do: 'deliver', at: [3, '11:30'] }],
  }),
  // Arrived.
  order({ who: 'ruth', items: [['HH-APR-MOS', 1], ['HH-SPN-ASH', 2]], placed: [6, '18:05'], acts: [{ do: 'pay', at: [6, '18:30'] }, ...sent(5, 12), { do: 'deliver', at: [3, '13:15'] }] }),
  order({ who: 'aoife', items: [['HH-CRF-SEA', 1]], placed: [8, '07:50'], method: 'postnl', acts: [{ do: 'pay', at: [8, '09:00'] }, ...sent(7, 13), { do: 'deliver', at: [4, '10:05'] }] }),
  order({ who: 'lotte', items: [['HH-VAS-CLY', 3], ['HH-VAS-SEA', 2]], placed: [9, '13:25'], by: 'support', method: 'postnl', discount: { percent: 10, reason: 'Second order this month' }, acts: [{ do: 'pay', at: [8, '09:10'] }, ...sent(8, 11), { do: 'deliver', at: [5, '15:45'] }] }),
  order({ who: 'priya', items: [['HH-LMP-BLK', 1]], placed: [9, '21:10'], pay: 'cash_on_delivery', method: 'tracked24', acts: [...sent(8, 10), { do: 'deliver', at: [6, '12:20'] }, { do: 'pay', at: [6, '16:00'] }, { do: 'complete', at: [5, '09:00'] }] }),
  order({ who: 'tom', items: [['HH-BWL-SEA', 1], ['HH-MUG-OAT', 3]], placed: [12, '10:14'], method: 'tracked24', acts: [{ do: 'pay', at: [12, '10:15'] }, ...sent(11, 11), { do: 'deliver', at: [9, '14:00'] }, { do: 'note', at: [9, '15:02'], text: 'Customer rang: leave with neighbour at 14 if out next time.' }, { do: 'complete', at: [8, '10:00'] }] }),
  order({ who: 'lotte', items: [['HH-SOP-LAV', 4], ['HH-BRS-BCH', 2]], placed: [7, '00:25'], method: 'postnl', acts: [{ do: 'pay', at: [7, '08:35'] }, ...sent(6, 13), { do: 'deliver', at: [2, '11:10'] }] }),
  order({ who: 'isla', items: [['HH-CDL-SEA', 2]], placed: [7, '06:50'], acts: [{ do: 'pay', at: [7, '09:10'] }, ...sent(6, 13), { do: 'deliver', at: [4, '12:00'] }] }),
  // Taken back, whole and in part.
  order({ who: 'noah', items: [['HH-BWL-SEA', 2]], placed: [11, '22:40'], method: 'dhl', acts: [{ do: 'pay', at: [10, '08:00'] }, { do: 'cancel', at: [10, '09:30'], reason: 'customer_request' }] }),
  order({ who: 'chenjing', items: [['HH-CSH-MOS', 1]], placed: [14, '12:00'], method: 'dhl', acts: [{ do: 'cancel', at: [13, '10:15'], reason: 'entered_wrongly' }] }),
  order({ who: 'wangfang', items: [['HH-MUG-SEA', 4], ['HH-NAP-SE6', 1]], placed: [13, '11:30'], method: 'dhl', acts: [{ do: 'pay', at: [13, '11:50'] }, { do: 'cancel', at: [12, '09:00'], only: [['HH-NAP-SE6', 1]], reason: 'out_of_stock' }, ...sent(12, 13), { do: 'deliver', at: [8, '11:00'] }] }),
  order({ who: 'jonas', items: [['HH-BBW-OAT', 6]], placed: [16, '16:45'], method: 'postnl', acts: [{ do: 'pay', at: [16, '17:00'] }, ...sent(15, 10), { do: 'deliver', at: [12, '12:10'] }, { do: 'refund', at: [11, '10:40'], pence: 1600, reason: 'One bowl arrived chipped' }] }),
  order({ who: 'ruby', items: [['HH-CDL-FIG', 2]], placed: [24, '06:20'], method: 'dhl', acts: [{ do: 'pay', at: [24, '08:30'] }, ...sent(23, 11), { do: 'deliver', at: [18, '10:30'] }, { do: 'refund', at: [15, '11:00'], pence: 'all', reason: 'Parcel was left in the rain' }] }),
  // Lamps: the shelf runs empty, and people wait.
  order({ who: 'amelia', items: [['HH-LMP-BRS', 2]], placed: [20, '19:00'], by: 'support', method: 'tracked24', acts: [{ do: 'pay', at: [20, '19:20'] }, ...sent(19, 10), { do: 'deliver', at: [17, '11:40'] }] }),
  order({ who: 'daniel', items: [['HH-LMP-BRS', 3]], placed: [14, '15:30'], by: 'support', acts: [{ do: 'pay', at: [14, '16:00'] }, ...sent(13, 12), { do: 'deliver', at: [10, '13:30'] }] }),
  order({ who: 'hanna', items: [['HH-LMP-BRS', 2]], placed: [9, '10:20'], by: 'support', method: 'postnl', acts: [{ do: 'pay', at: [9, '10:50'] }, ...sent(4, 13)] }),
  order({ who: 'elin', items: [['HH-LMP-BRS', 3], ['HH-CDL-SMK', 1]], placed: [4, '18:30'], by: 'support', method: 'postnl', acts: [{ do: 'pay', at: [4, '18:45'] }] }),
  order({ who: 'oliver', items: [['HH-LMP-BRS', 1]], placed: [1, '11:15'], by: 'support', acts: [{ do: 'pay', at: [1, '11:30'] }, { do: 'confirm', at: [1, '11:45'] }] }),
]; // biome-ignore format: one story reads best as written
