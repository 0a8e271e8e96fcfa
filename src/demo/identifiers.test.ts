import { expect, test } from 'vitest';
import { findUpn } from '#kernel';
import { findTestNhsNumber, neighbourhoodCode, postcodeOf, upnFor } from './identifiers.ts';

test('UPNs have their check letter and an authority that does not exist', () => {
  for (let serial = 1; serial < 200; serial += 1)
    expect(findUpn(upnFor(2001, 2020, serial))).toMatch(/^[A-Z]399200120/);
});

// 999 000 0018: 9·10 + 9·9 + 9·8 + 1·2 = 245, 245 mod 11 = 3, 11 − 3 = 8.
test('NHS numbers come from the test range with a modulus-11 check digit, where there is one', () => {
  expect(findTestNhsNumber(1)).toBe('9990000018');
  const found = Array.from({ length: 200 }, (_, serial) => findTestNhsNumber(serial));
  expect(found).toContain(undefined);
  for (const number of found.filter((each) => each !== undefined)) {
    const sum = [...number].slice(0, 9).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
    expect((sum + Number(number[9])) % 11).toBe(0);
  }
});

test('postcodes have the right shape in an area that cannot exist, neighbourhoods a code that was never given out', () => {
  for (let unit = 0; unit < 8000; unit += 37)
    expect(postcodeOf(unit % 9, unit)).toMatch(/^QN[1-9] \d[A-HJLNP-UW-Z]{2}$/);
  expect(neighbourhoodCode(7)).toBe('E01990007');
});
