import { describe, expect, it } from 'vitest';
import { appPassword, databaseUrls } from './urls';

const AUTH_SECRET = 's'.repeat(32);

describe('databaseUrls', () => {
  it('derives the app’s address from the owner’s', () => {
    const urls = databaseUrls({
      DATABASE_URL: 'postgres://boss:p%40ss@db.example:6432/way?sslmode=require',
      AUTH_SECRET,
    });
    expect(urls.owner).toBe('postgres://boss:p%40ss@db.example:6432/way?sslmode=require');
    expect(urls.app).toBe(
      `postgres://waybill_app:${appPassword(AUTH_SECRET)}@db.example:6432/way?sslmode=require`,
    );
  });

  it('takes both addresses as they are when both are given', () => {
    const urls = databaseUrls({
      DATABASE_URL: 'postgres://app:a@h/d',
      DATABASE_OWNER_URL: 'postgres://own:o@h/d',
      AUTH_SECRET,
    });
    expect(urls).toMatchObject({ owner: 'postgres://own:o@h/d', app: 'postgres://app:a@h/d' });
  });

  it('gives another password to another secret', () => {
    expect(appPassword(AUTH_SECRET)).toMatch(/^[0-9a-f]{64}$/);
    expect(appPassword(AUTH_SECRET)).not.toBe(appPassword('t'.repeat(32)));
  });

  it('says so when there is no database', () => {
    expect(() => databaseUrls({ AUTH_SECRET })).toThrow('DATABASE_URL is not set');
  });
});
