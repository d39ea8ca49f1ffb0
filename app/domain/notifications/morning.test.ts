import { describe, expect, test } from 'vitest';
import { morningsOf } from './morning.ts';

const at = (now: string, zone: string) => {
  const { daily, weekly, day } = morningsOf(new Date(now), zone);
  return [daily.toISOString(), weekly.toISOString(), day];
};

describe('the last eight in the morning', () => {
  test.each([
    // 2026-11-21 is a Saturday.
    ['2026-11-21T08:00:00Z', 'UTC', '2026-11-21T08:00:00.000Z', '2026-11-16T08:00:00.000Z', '2026-11-21'],
    ['2026-11-21T07:59:59Z', 'UTC', '2026-11-20T08:00:00.000Z', '2026-11-16T08:00:00.000Z', '2026-11-20'],
    ['2026-11-16T08:00:00Z', 'UTC', '2026-11-16T08:00:00.000Z', '2026-11-16T08:00:00.000Z', '2026-11-16'],
    ['2026-11-16T07:00:00Z', 'UTC', '2026-11-15T08:00:00.000Z', '2026-11-09T08:00:00.000Z', '2026-11-15'],
    [
      '2026-11-21T12:59:00Z',
      'America/New_York',
      '2026-11-20T13:00:00.000Z',
      '2026-11-16T13:00:00.000Z',
      '2026-11-20',
    ],
    // Already tomorrow there.
    [
      '2026-11-21T23:30:00Z',
      'Asia/Tokyo',
      '2026-11-21T23:00:00.000Z',
      '2026-11-15T23:00:00.000Z',
      '2026-11-22',
    ],
    [
      '2026-11-21T02:20:00Z',
      'Asia/Kathmandu',
      '2026-11-21T02:15:00.000Z',
      '2026-11-16T02:15:00.000Z',
      '2026-11-21',
    ],
    [
      '2026-11-21T19:00:00Z',
      'Pacific/Kiritimati',
      '2026-11-21T18:00:00.000Z',
      '2026-11-15T18:00:00.000Z',
      '2026-11-22',
    ],
    [
      '2026-11-21T08:00:00Z',
      'Nowhere/Here',
      '2026-11-21T08:00:00.000Z',
      '2026-11-16T08:00:00.000Z',
      '2026-11-21',
    ],
  ])('at %s in %s', (now, zone, daily, weekly, day) => {
    expect(at(now, zone)).toEqual([daily, weekly, day]);
  });

  test('is eight by the clock on the wall on the days the clocks are changed, and once each day', () => {
    // Berlin went forward on 29 March 2026 and back on 25 October.
    expect(at('2026-03-29T09:00:00Z', 'Europe/Berlin')[0]).toBe('2026-03-29T06:00:00.000Z');
    expect(at('2026-03-28T09:00:00Z', 'Europe/Berlin')[0]).toBe('2026-03-28T07:00:00.000Z');
    expect(at('2026-10-25T09:00:00Z', 'Europe/Berlin')[0]).toBe('2026-10-25T07:00:00.000Z');
    for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe']) {
      const days = new Map<string, string>();
      for (let hour = 0; hour < 366 * 24; hour += 1) {
        const now = Date.UTC(2026, 0, 1) + hour * 3600 * 1000;
        const [daily = '', weekly = '', day = ''] = at(new Date(now).toISOString(), zone);
        expect(now - Date.parse(daily)).toBeLessThan(25.5 * 3600 * 1000);
        expect(Date.parse(weekly)).toBeLessThanOrEqual(Date.parse(daily));
        expect(days.get(day) ?? daily).toBe(daily);
        days.set(day, daily);
      }
      expect(days.size).toBeGreaterThan(364);
    }
  });
});
