import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyExponent, minorToInput, moneyText, parseMoney } from './money-text';

const CURRENCIES = ['GBP', 'CNY', 'JPY', 'KWD', 'SEK', 'USD'];

describe('moneyText', () => {
  it('keeps every digit of amounts beyond what a float holds', () => {
    expect(moneyText(12345678901234567890n, 'GBP', 'en')).toBe('£123,456,789,012,345,678.90');
  });

  it('uses the exponent of the currency and a narrow symbol', () => {
    expect(moneyText(148000, 'KRW', 'en')).toBe('₩148,000');
    expect(moneyText('128400', 'CNY', 'zh-CN')).toBe('¥1,284.00');
    expect(moneyText(5400, 'KWD', 'en')).toContain('5.400');
    expect(moneyText(231000n, 'SEK', 'en')).toMatch(/^kr\s2,310\.00$/);
  });

  it('writes a true minus', () => {
    expect(moneyText(-540, 'GBP', 'en')).toBe('−£5.40');
    expect(moneyText(-5n, 'GBP', 'en')).toBe('−£0.05');
  });
});

describe('parseMoney', () => {
  const minor = (text: string, currency = 'GBP', locale = 'en') => {
    const parsed = parseMoney(text, currency, locale);
    return parsed.ok ? parsed.minor : parsed.problem;
  };

  it('reads what people type', () => {
    expect(minor('12.50')).toBe(1250n);
    expect(minor('£1,234.5')).toBe(123450n);
    expect(minor('1 234,50')).toBe(123450n);
    expect(minor('12,5')).toBe(1250n);
    expect(minor('.5')).toBe(50n);
    expect(minor('7.')).toBe(700n);
    expect(minor('GBP 8')).toBe(800n);
    expect(minor('8 gbp')).toBe(800n);
    expect(minor('１２．５０', 'CNY', 'zh-CN')).toBe(1250n);
    expect(minor('12 元', 'CNY', 'zh-CN')).toBe(1200n);
    expect(minor('1,234', 'JPY')).toBe(1234n);
    expect(minor('0.005', 'KWD')).toBe(5n);
  });

  it('reads nothing as no amount', () => {
    expect(minor('')).toBeNull();
    expect(minor('  ')).toBeNull();
  });

  it('says what is wrong', () => {
    expect(minor('twelve')).toBe('notANumber');
    expect(minor('1,2,3')).toBe('notANumber');
    expect(minor('1.2.3')).toBe('notANumber');
    expect(minor('-')).toBe('notANumber');
    expect(minor('.')).toBe('notANumber');
    expect(minor('12.345')).toBe('tooManyDecimals');
    expect(minor('12.5', 'JPY')).toBe('tooManyDecimals');
    expect(minor('-3')).toBe('negative');
    expect(minor('99999999999999999')).toBe('tooLarge');
  });

  it('drops decimals that are zero anyway', () => {
    expect(minor('12.500')).toBe(1250n);
    expect(minor('100.00', 'JPY')).toBe(100n);
  });

  it('takes negative amounts where they are asked for', () => {
    expect(parseMoney('−5.40', 'GBP', 'en', { negative: true })).toEqual({ ok: true, minor: -540n });
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: BigInt(Number.MAX_SAFE_INTEGER) }),
        fc.constantFrom(...CURRENCIES),
        fc.constantFrom('en', 'zh-CN'),
        (amount, currency, locale) => {
          const typed = parseMoney(minorToInput(amount, currency), currency, locale);
          const shown = parseMoney(moneyText(amount, currency, locale), currency, locale);
          expect(typed).toEqual({ ok: true, minor: amount });
          expect(shown).toEqual({ ok: true, minor: amount });
        },
      ),
    );
  });
});

describe('currencyExponent', () => {
  it('follows ISO 4217', () => {
    expect(['JPY', 'CNY', 'KWD'].map(currencyExponent)).toEqual([0, 2, 3]);
  });
});
