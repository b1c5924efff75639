import { expect, test } from 'vitest';
import { readOrderName, readPasted } from './read-pasted';

test('tables are read with tabs, commas or semicolons, without their heading and empty lines', () => {
  const rows = [{ order: '1001', trackingNumber: 'RB1', carrier: 'Royal Mail' }];
  expect(readPasted('Order\tTracking\tCarrier\r\n1001\tRB1\tRoyal Mail\r\n\r\n')).toMatchObject(rows);
  expect(readPasted('1001,RB1,Royal Mail')).toMatchObject(rows);
  expect(readPasted('1001; "RB1" ;Royal Mail')).toMatchObject(rows);
  expect(readPasted('1001\tRB1\tMail, Royal')).toMatchObject([{ carrier: 'Mail, Royal' }]);
  expect(readPasted('#1001\n#1002,X')).toEqual([
    { line: 1, order: '#1001', trackingNumber: '', carrier: '' },
    { line: 2, order: '#1002', trackingNumber: 'X', carrier: '' },
  ]);
});

test('an order is named with or without the store’s prefix, and with its parcel', () => {
  expect(readOrderName('HH-1001', 'HH-')).toEqual({ number: 1001, sequence: null });
  expect(readOrderName('1001', 'HH-')).toEqual({ number: 1001, sequence: null });
  expect(readOrderName('#1001-2', '#')).toEqual({ number: 1001, sequence: 2 });
  for (const said of ['', 'x', '10 01', '1e9', '-1', '1.5']) expect(readOrderName(said, '#')).toBe(null);
});
