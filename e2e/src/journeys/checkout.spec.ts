import { test } from '../browser/browser-test.js';
import { hold } from '../browser/hold.js';
import { addToBasket } from '../browser/storefront.js';

test('what is typed stays, however late the shop says who is shopping', async ({ visit }) => {
  const page = await visit();
  await page.goto('/products/offcut-boards');
  await addToBasket(page);
  const letKnow = await hold(page, 'query Shell');
  await page.goto('/checkout');
  await page.getByLabel('Email').fill('mara@post.example');
  const known = page.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes('query Shell')),
  );
  letKnow();
  await (await known).finished();
  await page.getByText('Sign in to earn points').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('mara@post.example').waitFor();
});
