import { describe, expect, it } from 'vitest';
import { seen, values } from './seen.js';

describe('grade', () => {
  it.each([
    ['EHL 4/5 on the left', ['4']],
    ['4+/5', ['4.5']],
    ['5-/5', ['4.75']],
    ['4-/5', ['3.75']],
    ['4 / 5', ['4']],
    ['0/5', ['0']],
    ['4 to 4+/5', ['4..4.5']],
    ['4-5/5 strength', ['4..5']],
    ['strength is 4 out of 5', ['4']],
    ['strength five out of five', ['5']],
    ['strength is four plus over five', ['4.5']],
    ['motor 4 minus out of 5', ['3.75']],
  ])('reads %s', (text, expected) => {
    expect(values('grade', text)).toEqual(expected);
  });

  it.each(['L4/5', '4/5/14', 'Waddell signs 3/5', '3/5 days', 'satisfied, 4 out of 5 stars', '1/5/2014', '7/5'])(
    'sees none in %s',
    (text) => {
      expect(values('grade', text)).toEqual([]);
    },
  );
});

describe('reflex-grade', () => {
  it.each([
    ['DTRs 2+ and symmetric', ['2']],
    ['Achilles 1+/4 left', ['1']],
    ['patellar reflex 2/4', ['2']],
    ['reflexes 0/4 at the ankle', ['0']],
    ['trace Achilles reflex', ['0.5']],
    ['reflexes: +2 knees, +1 ankles', ['2', '1']],
    ['reflexes 1-2+', ['1..2']],
    ['reflexes are two plus', ['2']],
    ['DTRs 1 plus', ['1']],
  ])('reads %s', (text, expected) => {
    expect(values('reflex-grade', text)).toEqual(expected);
  });

  it.each(['2+ years', 'strength 4+/5', '2/4 visits', 'trace edema', '30+ minutes', '3+ hours', '4/4/14'])(
    'sees none in %s',
    (text) => {
      expect(values('reflex-grade', text)).toEqual([]);
    },
  );
});

describe('angle and temperature', () => {
  it.each([
    ['45 degrees', '45 degrees = 45 deg'],
    ['SLR positive at 45°', '45° = 45 deg'],
    ['45-degree flexion', '45-degree = 45 deg'],
    ['flexion 40/60', '40/60 = 40 deg'],
    ['abduction: 90', '90 = 90 deg'],
    ['flexion is limited to 30', '30 = 30 deg'],
    ['30-40 deg', '30-40 deg = 30..40 deg'],
  ])('reads the angle in %s', (text, expected) => {
    expect(seen('angle', text)).toEqual([expected]);
  });

  it.each([
    ['the hand is 3 degrees C cooler', '3 degrees C = 3 C'],
    ['2 C cooler', '2 C = 2 C'],
    ['temp 98.6 degrees F', '98.6 degrees F = 98.6 F'],
    ['temperature asymmetry of 3 degrees', '3 degrees = 3 deg'],
  ])('reads the temperature in %s', (text, expected) => {
    expect(seen('temperature', text)).toEqual([expected]);
    expect(seen('angle', text)).toEqual([]);
  });

  it.each(['flexion and extension x 10 reps', 'flexion 4/5', 'C5 and C6', 'extension of 6 visits'])(
    'sees none in %s',
    (text) => {
      expect(seen('angle', text)).toEqual([]);
    },
  );
});
