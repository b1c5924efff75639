import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { areasOf, loadCatalogue, pickAreas } from './catalogue';
import { LOCALES, localeFromHeader, pickLocale } from './locales';
import { translator } from './translator';

/** Every key with the names of its parameters, so that no language forgets or invents one. */
function keysOf(messages: object, path = ''): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const [name, value] of Object.entries(messages)) {
    const key = path ? `${path}.${name}` : name;
    if (typeof value === 'string') keys.set(key, paramsOf(value));
    else for (const [inner, params] of keysOf(value, key)) keys.set(inner, params);
  }
  return keys;
}

/** Parameters and tags, in the branches of a plural or a choice too; the words of a branch are none. */
function paramsOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const branch of Object.values(element.options)) visit(branch.value);
    }
  };
  visit(parse(message));
  return [...names].sort();
}

describe('the catalogues', () => {
  it('have the same areas in each language', () => {
    for (const locale of LOCALES) expect(areasOf(locale)).toEqual(areasOf('en'));
  });

  it.each(areasOf('en'))('area %s has the same keys and parameters in both', (area) => {
    const english = keysOf(loadCatalogue('en')[area] ?? {});
    const chinese = keysOf(loadCatalogue('zh-CN')[area] ?? {});
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, params] of english) expect([key, chinese.get(key)]).toEqual([key, params]);
  });

  it('give only the areas that are asked for', () => {
    expect(Object.keys(pickAreas(loadCatalogue('en'), ['ui', 'nowhere']))).toEqual(['ui']);
  });
});

describe('translator', () => {
  it('speaks outside a request, with plurals and large counts', () => {
    expect(translator('en')('ui.quantity.units', { count: 1 })).toBe('1 unit');
    expect(translator('en')('ui.quantity.units', { count: 3n })).toBe('3 units');
    expect(translator('zh-CN')('ui.quantity.units', { count: 3 })).toBe('3 件');
  });
});

describe('the language of a request', () => {
  it('is the person’s, then the store’s, then the browser’s', () => {
    expect(pickLocale({ chosen: 'zh-CN', storeDefault: 'en' })).toBe('zh-CN');
    expect(pickLocale({ chosen: 'xx', storeDefault: 'zh-CN', acceptLanguage: 'en' })).toBe('zh-CN');
    expect(pickLocale({ acceptLanguage: 'de, zh-TW;q=0.8, en;q=0.5' })).toBe('zh-CN');
    expect(pickLocale({})).toBe('en');
    expect(localeFromHeader('fr;q=1, de')).toBeUndefined();
  });
});
