import { expect, test } from 'vitest';
import { sessionCookie } from './cookies.js';
import { preferencesOf } from './preferences.js';

test('the language a browser likes best of ours decides, weights included', () => {
  expect(preferencesOf('fr, zh-CN;q=0.8, en;q=0.9').locale).toBe('en');
  expect(preferencesOf('zh-TW').currency).toBe('CNY');
  expect(preferencesOf('en;q=0, zh;q=0.1').locale).toBe('zh');
  expect(preferencesOf(undefined).locale).toBe('en');
});

test('two shops on one machine do not read each other’s cookies', () => {
  const [a, b] = ['http://localhost:8080', 'http://localhost:9080'].map(sessionCookie);
  expect(b?.read(a?.write('secret').split(';')[0])).toBeNull();
  expect(a?.read('x=1; evenkeel_8080=secret')).toBe('secret');
});

test('behind TLS the cookie is for TLS only', () => {
  expect(sessionCookie('https://shop.example').write('t')).toContain('; Secure');
  expect(sessionCookie('http://localhost:8080').write('t')).not.toContain('Secure');
});
