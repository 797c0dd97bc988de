import { describe, expect, it } from 'vitest';
import { deliverySchema, EMPTY_DRAFT, readDraft, stepToShow } from './draft.js';

const contact = { email: 'mara@post.example' };
const delivery = {
  name: 'Mara',
  line1: '14 Harbour Row',
  line2: '',
  postalCode: '04101',
  city: 'Portland',
  region: 'ME',
  country: 'US',
  phone: '',
};

describe('the step that is shown', () => {
  it('is the first one that is still open', () => {
    expect(stepToShow(undefined, EMPTY_DRAFT)).toBe('contact');
    expect(stepToShow('payment', { ...EMPTY_DRAFT, contact })).toBe('delivery');
    expect(stepToShow('payment', { ...EMPTY_DRAFT, contact, delivery })).toBe('payment');
  });

  it('can be an earlier one, to change it', () => {
    expect(stepToShow('contact', { ...EMPTY_DRAFT, contact, delivery })).toBe('contact');
  });
});

describe('what a reload left behind', () => {
  it('is taken up again', () => {
    expect(readDraft(JSON.stringify({ contact, delivery, usePoints: true }))).toEqual({
      contact,
      delivery,
      usePoints: true,
    });
  });

  it('loses only the part that does not fit', () => {
    expect(readDraft(JSON.stringify({ contact, delivery: { name: 'Mara' } }))).toEqual({
      ...EMPTY_DRAFT,
      contact,
    });
    expect(readDraft('{{')).toEqual(EMPTY_DRAFT);
  });
});

it('says which line of an address is missing', () => {
  const judged = deliverySchema.safeParse({ ...delivery, city: '  ' });
  expect(judged.error?.issues.map(({ path, message }) => [path.join(), message])).toEqual([
    ['city', 'required'],
  ]);
});
