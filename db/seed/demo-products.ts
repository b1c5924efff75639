import type { Motif, Tint } from './demo-pictures';

/** Prices in pence; units at Leeds and Rotterdam before the first order. */
export type DemoVariant = {
  sku: string;
  title: string;
  pence: number;
  costPence: number;
  grams: number;
  leeds: number;
  rotterdam: number;
  safety?: number;
  backorderCap?: number;
};
export type DemoProduct = {
  title: string;
  category: string;
  description: string;
  picture: [Motif, Tint];
  variants: DemoVariant[];
};

type Units = [leeds: number, rotterdam: number, more?: { safety?: number; backorderCap?: number }];

const variant = (
  sku: string,
  title: string,
  [pence, costPence, grams]: [number, number, number],
  [leeds, rotterdam, more = {}]: Units,
): DemoVariant => ({ sku, title, pence, costPence, grams, leeds, rotterdam, ...more });

const MUG: [number, number, number] = [1800, 640, 380];
const BOWL: [number, number, number] = [8900, 3150, 1450];
const TOWELS: [number, number, number] = [8400, 2900, 620];

/** What Heath & Harbour sells. Vendor and goods are invented. */
export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  {
    title: 'Stoneware mug', category: 'Tableware', picture: ['mug', 'oat'],
    description: 'Thrown and glazed by hand; holds 330 ml. Safe in the dishwasher and the microwave.',
    variants: [
      variant('HH-MUG-OAT', 'Oat', MUG, [14, 6, { safety: 12 }]),
      variant('HH-MUG-SEA', 'Sea', MUG, [42, 18, { safety: 8 }]),
      variant('HH-MUG-INK', 'Ink', MUG, [36, 0, { safety: 8 }]),
    ],
  },
  {
    title: 'Serving bowl', category: 'Tableware', picture: ['bowl', 'sea'],
    description: 'A wide stoneware bowl, 32 cm across, for salads and Sunday tables.',
    variants: [
      variant('HH-BWL-SEA', 'Sea', BOWL, [9, 14, { safety: 4 }]),
      variant('HH-BWL-OAT', 'Oat', BOWL, [0, 16, { safety: 4 }]),
    ],
  },
  {
    title: 'Breakfast bowl', category: 'Tableware', picture: ['bowl', 'oat'],
    description: 'The everyday bowl, 15 cm, stacks with the mugs.',
    variants: [
      variant('HH-BBW-OAT', 'Oat', [1600, 520, 340], [48, 12]),
      variant('HH-BBW-STN', 'Stone', [1600, 520, 340], [30, 8]),
    ],
  },
  {
    title: 'Dinner plate', category: 'Tableware', picture: ['plate', 'stone'],
    description: 'Stoneware, 27 cm, with a soft rim. Sold one by one.',
    variants: [
      variant('HH-PLT-STN', 'Stone', [2200, 760, 720], [64, 24, { safety: 12 }]),
      variant('HH-PLT-INK', 'Ink', [2200, 760, 720], [22, 4, { safety: 12 }]),
    ],
  },
  {
    title: 'Milk jug', category: 'Tableware', picture: ['jug', 'ink'],
    description: 'Half a litre, pours without a drip.',
    variants: [variant('HH-JUG-INK', '', [2600, 900, 520], [18, 5])],
  },
  {
    title: 'Linen tea towel, set of 4', category: 'Linen', picture: ['towel', 'rose'],
    description: 'Washed linen with a woven stripe, 50 × 70 cm.',
    variants: [
      variant('HH-LIN-RS4', 'Rose', TOWELS, [20, 10, { safety: 5 }]),
      variant('HH-LIN-MS4', 'Moss', TOWELS, [16, 9, { safety: 5 }]),
    ],
  },
  {
    title: 'Linen napkins, set of 6', category: 'Linen', picture: ['napkin', 'oat'],
    description: 'Stone-washed, hemmed by hand, 45 × 45 cm.',
    variants: [
      variant('HH-NAP-OA6', 'Oat', [5800, 2100, 410], [12, 10]),
      variant('HH-NAP-SE6', 'Sea', [5800, 2100, 410], [5, 2, { safety: 6 }]),
    ],
  },
  {
    title: 'Linen apron', category: 'Linen', picture: ['apron', 'moss'],
    description: 'Crosses at the back, no strings to tie. One size.',
    variants: [variant('HH-APR-MOS', '', [5200, 1850, 430], [15, 6])],
  },
  {
    title: 'Reading lamp', category: 'Lighting', picture: ['lamp', 'brass'],
    description: 'Solid brass, dimmable, with a two-metre linen flex. Bulb included.',
    variants: [
      variant('HH-LMP-BRS', 'Brass', [14500, 5900, 2300], [3, 2, { safety: 3, backorderCap: 12 }]),
      variant('HH-LMP-BLK', 'Black', [13500, 5500, 2300], [8, 6, { safety: 3 }]),
    ],
  },
  {
    title: 'Paper pendant', category: 'Lighting', picture: ['lamp', 'stone'],
    description: 'Folded from one sheet of washi, 45 cm. Ships flat.',
    variants: [variant('HH-PND-STN', '', [7800, 2600, 480], [11, 7])],
  },
  {
    title: 'Rapeseed candle', category: 'Candles', picture: ['candle', 'clay'],
    description: 'Poured in small batches, burns for 40 hours.',
    variants: [
      variant('HH-CDL-FIG', 'Fig and cedar', [2400, 720, 460], [40, 20, { safety: 10 }]),
      variant('HH-CDL-SEA', 'Sea salt', [2400, 720, 460], [38, 20, { safety: 10 }]),
      variant('HH-CDL-SMK', 'Wood smoke', [2400, 720, 460], [9, 4, { safety: 10 }]),
    ],
  },
  {
    title: 'Dinner candles, box of 8', category: 'Candles', picture: ['candle', 'oat'],
    description: 'Hand-dipped, 25 cm, burn for eight hours without dripping.',
    variants: [variant('HH-DIN-OA8', '', [1900, 560, 540], [34, 12])],
  },
  {
    title: 'Bud vase', category: 'Decoration', picture: ['vase', 'clay'],
    description: 'For one stem. Every one comes out of the kiln a little different.',
    variants: [
      variant('HH-VAS-CLY', 'Clay', [2800, 880, 390], [24, 9]),
      variant('HH-VAS-SEA', 'Sea', [2800, 880, 390], [17, 9]),
    ],
  },
  {
    title: 'Wool cushion', category: 'Textiles', picture: ['cushion', 'moss'],
    description: 'Woven from undyed Herdwick wool, 45 cm, with a feather pad.',
    variants: [
      variant('HH-CSH-MOS', 'Moss', [6400, 2400, 780], [13, 8]),
      variant('HH-CSH-CLY', 'Clay', [6400, 2400, 780], [10, 8]),
    ],
  },
  {
    title: 'Wool throw', category: 'Textiles', picture: ['blanket', 'ink'],
    description: 'Lambswool, 140 × 190 cm, fringed on the short sides.',
    variants: [
      variant('HH-THR-INK', 'Ink', [12800, 5200, 1250], [7, 9, { safety: 3 }]),
      variant('HH-THR-OAT', 'Oat', [12800, 5200, 1250], [0, 11, { safety: 3 }]),
    ],
  },
  {
    title: 'Oak board', category: 'Kitchen', picture: ['board', 'oat'],
    description: 'End-grain oak, oiled, 38 × 26 cm.',
    variants: [
      variant('HH-BRD-SML', 'Small', [3900, 1450, 1100], [16, 5]),
      variant('HH-BRD-LRG', 'Large', [6200, 2300, 2250], [9, 4]),
    ],
  },
  {
    title: 'Ash spoon', category: 'Kitchen', picture: ['spoon', 'brass'],
    description: 'Carved from green ash in Cumbria, 30 cm.',
    variants: [variant('HH-SPN-ASH', '', [1400, 420, 60], [52, 18])],
  },
  {
    title: 'Willow basket', category: 'Storage', picture: ['basket', 'brass'],
    description: 'Somerset willow, two handles, for logs or laundry.',
    variants: [
      variant('HH-BSK-MED', 'Medium', [4800, 1900, 900], [10, 3]),
      variant('HH-BSK-LRG', 'Large', [7200, 2850, 1600], [6, 2, { safety: 2 }]),
    ],
  },
  {
    title: 'Olive oil soap', category: 'Bath', picture: ['soap', 'moss'],
    description: 'Cold-processed and cured for six weeks, 120 g.',
    variants: [
      variant('HH-SOP-OLV', 'Olive', [750, 190, 125], [120, 60, { safety: 20 }]),
      variant('HH-SOP-LAV', 'Lavender', [750, 190, 125], [86, 40, { safety: 20 }]),
    ],
  },
  {
    title: 'Beech nail brush', category: 'Bath', picture: ['brush', 'oat'],
    description: 'Beech and tampico fibre. Improves with use.',
    variants: [variant('HH-BRS-BCH', '', [1100, 330, 70], [44, 20])],
  },
  {
    title: 'Recycled glass carafe', category: 'Glass', picture: ['carafe', 'sea'],
    description: 'One litre, mouth-blown, with the bubbles to prove it.',
    variants: [variant('HH-CRF-SEA', '', [3400, 1200, 680], [14, 10])],
  },
  {
    title: 'Tumblers, set of 4', category: 'Glass', picture: ['glass', 'sea'],
    description: 'Recycled glass, 250 ml each.',
    variants: [variant('HH-TMB-SE4', '', [3600, 1250, 1040], [19, 12])],
  },
  {
    title: 'Arched mirror', category: 'Decoration', picture: ['mirror', 'brass'],
    description: 'Brass frame, 60 × 40 cm, hangs on one screw.',
    variants: [variant('HH-MIR-BRS', '', [16500, 6900, 4200], [4, 3, { safety: 2 }])],
  },
  {
    title: 'Gift box', category: 'Gifts', picture: ['basket', 'rose'],
    description: 'A mug, a candle and a bar of soap in a linen-lined box.',
    variants: [variant('HH-GFT-ROS', '', [5900, 2050, 1150], [22, 6, { safety: 4 }])],
  },
]; // biome-ignore format: one product reads best as written

/** A GTIN-13 of the range kept for a shop's own use (20–29), with its check digit. */
export function ownBarcode(serial: number): string {
  const digits = `20${String(serial).padStart(10, '0')}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
