import type { Localized } from '../shared/text.js';

/** The departments of the shop, in the order of the bench. */
export const DEPARTMENTS = {
  lamps: { en: 'Lamps', zh: '灯' },
  tea: { en: 'Tea', zh: '茶' },
  kitchen: { en: 'Kitchen', zh: '厨房' },
  outdoors: { en: 'Outdoors', zh: '户外' },
  paper: { en: 'Paper', zh: '纸' },
  home: { en: 'Home', zh: '家居' },
} as const satisfies Record<string, Localized>;
export type Department = keyof typeof DEPARTMENTS;

/** The workshops whose names stand on the things. */
export const BRANDS = {
  tidewater: { en: 'Tidewater', zh: '潮汐灯作' },
  'long-pour': { en: 'Long Pour', zh: '长注' },
  hearthline: { en: 'Hearthline', zh: '炉沿' },
  fieldmark: { en: 'Fieldmark', zh: '野记' },
  'ledger-and-reed': { en: 'Ledger & Reed', zh: '苇册' },
  stillroom: { en: 'Stillroom', zh: '静室' },
  'north-quay': { en: 'North Quay', zh: '北埠' },
  oakum: { en: 'Oakum', zh: '麻絮' },
} as const satisfies Record<string, Localized>;
export type Brand = keyof typeof BRANDS;

export const departmentKeys = Object.keys(DEPARTMENTS) as [Department, ...Department[]];
export const brandKeys = Object.keys(BRANDS) as [Brand, ...Brand[]];
