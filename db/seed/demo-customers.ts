import type { Address } from '@/lib/core/address';

export type DemoCustomer = { name: string; email: string; phone: string; company?: string; address: Address };

type Place = [line1: string, city: string, postcode: string, country: string, region?: string];

/** Phones only of ranges that regulators keep for fiction; e-mail only at example.com. */
const person = (name: string, mail: string, phone: string, place: Place, company = ''): DemoCustomer => {
  const [line1, city, postcode, country, region = ''] = place;
  const address = { name, company, line1, line2: '', city, region, postcode, country, phone };
  return { name, email: `${mail}@example.com`, phone, company, address };
};

/** Invented people, by the key the stories call them. */
export const DEMO_CUSTOMERS = {
  amelia: person('Amelia Thornton', 'amelia.thornton', '+44 7700 900118', ['7 Chapel Row', 'Leeds', 'LS6 2AB', 'GB']),
  tom: person('Tom Okafor', 'tom.okafor', '+44 7700 900412', ['12 Cotham Hill', 'Bristol', 'BS6 6LF', 'GB']),
  priya: person('Priya Raman', 'priya.raman', '+44 7700 900233', ['Flat 4, 19 Amhurst Road', 'London', 'E8 1LL', 'GB']),
  oliver: person('Oliver Grant', 'oliver.grant', '+44 7700 900641', ['3 Walmgate', 'York', 'YO1 9TX', 'GB']),
  isla: person('Isla McRae', 'isla.mcrae', '+44 7700 900305', ['22 Leith Walk', 'Edinburgh', 'EH6 5AH', 'GB']),
  gareth: person('Gareth Pugh-Evans', 'gareth.pe', '+44 7700 900777', ['41 Cathedral Road', 'Cardiff', 'CF11 9HB', 'GB']),
  fenwick: person('Harriet Fenwick', 'orders.fenwick', '+44 7700 900150', ['2 Grey Street', 'Newcastle', 'NE1 6EE', 'GB'], 'Fenwick Interiors'),
  aoife: person('Aoife Brennan', 'aoife.brennan', '', ['15 Shop Street', 'Galway', 'H91 X2PK', 'IE']),
  daniel: person('Daniel Osei', 'daniel.osei', '+44 7700 900528', ['8 Stokes Croft', 'Bristol', 'BS1 3PR', 'GB']),
  ruth: person('Ruth Abernathy', 'ruth.abernathy', '+44 7700 900864', ['The Old Forge, Mill Lane', 'Ludlow', 'SY8 1AZ', 'GB']),
  jonas: person('Jonas Lindqvist', 'jonas.lindqvist', '+46 70 174 06 12', ['Vasagatan 24', 'Göteborg', '411 24', 'SE']),
  elin: person('Elin Bergström', 'elin.bergstrom', '+46 70 174 06 48', ['Storgatan 5', 'Umeå', '903 26', 'SE']),
  hanna: person('Hanna Weber', 'hanna.weber', '+49 30 23125 014', ['Aachener Straße 51', 'Köln', '50674', 'DE']),
  matthias: person('Matthias Krüger', 'm.krueger', '+49 30 23125 067', ['Weserstraße 112', 'Berlin', '12045', 'DE']),
  chloe: person('Chloé Martin', 'chloe.martin', '+33 6 39 98 04 21', ['18 rue Mercière', 'Lyon', '69002', 'FR']),
  luc: person('Luc Fontaine', 'luc.fontaine', '+33 6 39 98 17 60', ['4 quai des Chartrons', 'Bordeaux', '33000', 'FR']),
  nora: person('Nora Haddad', 'nora.haddad', '+33 6 39 98 33 05', ['27 rue de Lancry', 'Paris', '75010', 'FR']),
  sofia: person('Sofia Romano', 'sofia.romano', '', ['Via Po 33', 'Torino', '10124', 'IT', 'TO']),
  marta: person('Marta Kowalska', 'marta.kowalska', '', ['ul. Józefa 9', 'Kraków', '31-056', 'PL']),
  joost: person('Joost de Wit', 'joost.dewit', '', ['Oudegracht 88', 'Utrecht', '3511 AV', 'NL']),
  lotte: person('Lotte Vermeulen', 'lotte.vermeulen', '', ['Kloosterstraat 14', 'Antwerpen', '2000', 'BE'], 'Studio Vermeulen'),
  ines: person('Inês Carvalho', 'ines.carvalho', '', ['Rua de Cedofeita 210', 'Porto', '4050-180', 'PT']),
  carmen: person('Carmen Ortega Ruiz', 'carmen.ortega', '', ['Calle Sierpes 40', 'Sevilla', '41004', 'ES']),
  wei: person('Wei Zhang', 'wei.zhang', '', ['588 Yan’an Middle Road, Room 1203', 'Shanghai', '200040', 'CN']),
  liming: person('李明', 'li.ming', '', ['西湖区文三路 259 号 3 幢 602 室', '杭州市', '310012', 'CN', '浙江省']),
  wangfang: person('王芳', 'wang.fang', '', ['朝阳区建国路 93 号 8 号楼 1501', '北京市', '100022', 'CN', '北京市']),
  chenjing: person('陈静', 'chen.jing', '', ['天河区体育东路 140 号', '广州市', '510620', 'CN', '广东省']),
  james: person('James Park', 'james.park', '', ['Seongsu-dong 2-ga 315', 'Seoul', '04783', 'KR']),
  grace: person('Grace Whitfield', 'grace.whitfield', '+1 202 555 0143', ['1420 P Street NW', 'Washington', '20005', 'US', 'DC']),
  noah: person('Noah Castellanos', 'noah.castellanos', '+1 503 555 0119', ['2206 SE Division Street', 'Portland', '97202', 'US', 'OR']),
  ruby: person('Ruby Nguyen', 'ruby.nguyen', '+61 491 570 156', ['9 Gertrude Street', 'Fitzroy', '3065', 'AU', 'VIC']),
} as const satisfies Record<string, DemoCustomer>; // biome-ignore format: one person a line
export type DemoCustomerKey = keyof typeof DEMO_CUSTOMERS;
