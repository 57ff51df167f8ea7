import { expect, test } from '@playwright/test';
import { aim } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { openDoors } from './open-door.ts';
import { listenAsOtherHost, namesAskedBy } from './other-host.ts';

test('every attack succeeds where its door is open @long', async ({ page }) => {
  const other = await listenAsOtherHost();
  const asked = namesAskedBy(page, other);
  await openDoors(
    page,
    ATTACKS.map((attack) => aim(attack, other.host)),
  );
  const duds = () => ATTACKS.map(({ name }) => name).filter((name) => !asked.has(name));
  await expect.poll(duds, { timeout: 60_000 }).toEqual([]);
  await other.close();
});
