import { describe, expect, test } from 'vitest';
import { ROLE_KEYS, WELCOME_STEPS } from './rules.ts';
import {
  answersOf,
  chosenAlready,
  currentStep,
  isStepOf,
  nextStep,
  placeAfter,
  progressOf,
  RoleChoice,
  type ProfileStep,
} from './welcome.ts';

const messages = (result: ReturnType<typeof RoleChoice.safeParse>) =>
  result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('the steps', () => {
  test('of a publisher are two, of a designer three', () => {
    expect([nextStep('role', 'hiring_user'), nextStep('about', 'hiring_user')]).toEqual(['about', null]);
    expect([
      nextStep('role', 'designer'),
      nextStep('about', 'designer'),
      nextStep('work', 'designer'),
    ]).toEqual(['about', 'work', null]);
    expect(progressOf('about', 'hiring_user')).toBe('Step 2 of 2');
    expect(progressOf('work', 'designer')).toBe('Step 3 of 3');
  });

  test('of others are none', () => {
    for (const step of WELCOME_STEPS) {
      expect([isStepOf('newcomer', step), isStepOf('admin', step)]).toEqual([false, false]);
    }
    expect(isStepOf('hiring_user', 'work')).toBe(false);
    expect(isStepOf('designer', 'constructor')).toBe(false);
  });
});

describe('the step somebody is at', () => {
  test('is the choice for a newcomer, whatever is stored', () => {
    for (const welcomeStep of [null, ...WELCOME_STEPS])
      expect(currentStep({ role: 'newcomer', welcomeStep })).toBe('role');
  });

  test('is the stored one, if it is of their role', () => {
    expect(currentStep({ role: 'designer', welcomeStep: 'work' })).toBe('work');
    expect(currentStep({ role: 'hiring_user', welcomeStep: 'about' })).toBe('about');
    // Staff made a publisher of a designer, or gave a newcomer a role.
    expect(currentStep({ role: 'hiring_user', welcomeStep: 'work' })).toBe(null);
    expect(currentStep({ role: 'designer', welcomeStep: 'role' })).toBe(null);
    expect(currentStep({ role: 'admin', welcomeStep: 'about' })).toBe(null);
  });

  test('is none for whoever is through', () => {
    for (const role of ROLE_KEYS.filter((role) => role !== 'newcomer'))
      expect(currentStep({ role, welcomeStep: null })).toBe(null);
  });
});

describe('the choice', () => {
  test.each(['admin', 'newcomer', '', undefined, 'constructor'])('cannot be %j', (role) => {
    expect(messages(RoleChoice.safeParse({ name: 'Nell', role }))).toEqual([
      'role: Choose whether you publish or design',
    ]);
  });

  test('asks for a name that can be read', () => {
    expect(RoleChoice.parse({ name: ' Nell Newly ', role: 'designer' }).name).toBe('Nell Newly');
    expect(RoleChoice.parse({ name: '👩‍🎨', role: 'designer' }).name).toBe('👩‍🎨');
    expect(RoleChoice.parse({ name: 'Ad\u200Ba\u202E Quill', role: 'designer' }).name).toBe('Ada Quill');
    for (const name of [undefined, '', '   ', '\u200B\u3164', '\u202E'])
      expect(messages(RoleChoice.safeParse({ name, role: 'designer' }))).toEqual([
        'name: Enter the name others will see',
      ]);
    expect(messages(RoleChoice.safeParse({ name: 'N'.repeat(81), role: 'designer' }))).toEqual([
      'name: Shorten the name to 80 characters',
    ]);
  });

  test('is told in words', () => {
    expect(chosenAlready('hiring_user')).toMatch('as a publisher or author.');
  });
});

describe('the answers', () => {
  const refused = (step: ProfileStep, role: 'designer' | 'hiring_user', said: object) =>
    answersOf(step, role)
      .safeParse(said)
      .error?.issues.map(({ message }) => message);

  test('may all be left out', () => {
    expect(answersOf('about', 'hiring_user').parse({})).toEqual({ organisation: '' });
    expect(answersOf('about', 'designer').parse({})).toEqual({ organisation: '', location: '' });
    expect(answersOf('work', 'designer').parse({})).toEqual({
      ...{ headline: '', genres: [], formats: [], availability: 'now', priceBand: null },
    });
  });

  test('hold nothing that was not asked', () => {
    const said = { organisation: 'Saltmarsh', name: 'Forged', bio: 'Forged', location: 'Trieste' };
    expect(answersOf('about', 'hiring_user').parse(said)).toEqual({ organisation: 'Saltmarsh' });
    expect(answersOf('about', 'designer').parse(said)).toEqual({
      ...{ organisation: 'Saltmarsh', location: 'Trieste' },
    });
  });

  test('that do not fit are refused by name', () => {
    const long = 'x'.repeat(141);
    expect(refused('about', 'hiring_user', { organisation: long })).toEqual([
      'Shorten the name of the publisher or imprint to 120 characters',
    ]);
    expect(refused('about', 'designer', { organisation: long, location: long })).toEqual([
      'Shorten the place to 80 characters',
      'Shorten the name of the studio to 120 characters',
    ]);
    expect(refused('work', 'designer', { headline: long, genres: ['none'], priceBand: 'free' })).toEqual([
      'Shorten the headline to 140 characters',
      'Choose the genres from the list',
      'Choose a price from the list',
    ]);
  });
});

describe('the place after', () => {
  test('is what somebody came for', () => {
    expect(placeAfter('designer', '/briefs?genre=horror').path).toBe('/briefs?genre=horror');
    expect(placeAfter('hiring_user', '/briefs/new').path).toBe('/briefs/new');
  });

  test('is where their work begins when they came for nothing, or for what is not for them', () => {
    for (const to of [null, '/portfolio', '/portfolio/new?x', '/account/profile', '/admin/users'])
      expect(placeAfter('hiring_user', to).path).toBe('/briefs/new');
    for (const to of [null, '/briefs/new', '/briefs/mine?state=draft', '/admin/audit?q=o'])
      expect(placeAfter('designer', to).path).toBe('/portfolio/new');
    expect(placeAfter('admin', null).path).toBe('/');
  });
});
