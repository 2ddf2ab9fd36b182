import assert from 'node:assert/strict';
import type { ContractPart } from './harness.ts';

const secret = 'a secret that is long enough for the contract';
const plain = { cookie: undefined, secure: false };
const input = {
  name: 'Ada Lumen',
  username: 'Ada.Lumen',
  email: 'Ada@Mail.example',
  password: 'copper lantern by the quay',
};
const cookieOf = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ');

export const accountContract: readonly ContractPart[] = [
  {
    title: 'an account waits until it is confirmed, then logs in by username or address in any capitals',
    run: async (store) => {
      const accounts = await store.accounts(secret);
      assert.equal(await accounts.register(input), 'registered');
      assert.equal(await accounts.register({ ...input, email: 'other@mail.example' }), 'username-taken');
      assert.equal(await accounts.register({ ...input, username: 'other' }), 'registered');
      const [made, ...others] = await accounts.list();
      assert.deepEqual(others, []);
      assert.ok(made !== undefined);
      const { id, createdAt, ...rest } = made;
      assert.ok(id !== '' && createdAt !== '');
      assert.deepEqual(rest, {
        name: 'Ada Lumen',
        username: 'Ada.Lumen',
        email: 'ada@mail.example',
        role: 'reader',
        confirmed: false,
        blocked: false,
      });
      const logIn = (login: string, password = input.password) =>
        accounts.logIn(plain, { login, password, stay: true });
      assert.deepEqual(await logIn('ada.lumen'), { refused: 'unconfirmed' });
      assert.deepEqual(await logIn('ada.lumen', 'wrong'), { refused: 'wrong' });
      await accounts.setConfirmed(id);
      for (const login of ['ada.lumen', 'ADA.LUMEN', 'ADA@mail.example']) assert.ok('account' in (await logIn(login)));
      assert.deepEqual(await logIn('nobody'), { refused: 'wrong' });
      assert.deepEqual(await logIn('n'), { refused: 'wrong' });
    },
  },
  {
    title: 'a session stands until it is ended, everywhere too, and a blocked account has none',
    run: async (store) => {
      const accounts = await store.accounts(secret);
      await accounts.register(input);
      const id = (await accounts.find('ada.lumen'))?.id ?? '';
      await accounts.setConfirmed(id);
      const open = async (stay = true) => {
        const found = await accounts.logIn(plain, { login: 'ada.lumen', password: input.password, stay });
        assert.ok('cookies' in found);
        return found.cookies;
      };
      const who = async (cookies: readonly string[]) =>
        (await accounts.visitor({ cookie: cookieOf(cookies), secure: false }))?.account.id;
      const [one, two, passing] = [await open(), await open(), await open(false)];
      assert.match(one.join('\n'), /^rapporteur\.session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/m);
      assert.match(passing.join('\n'), /^rapporteur\.session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/m);
      assert.deepEqual([await who(one), await who(two), await who(passing)], [id, id, id]);
      await accounts.logOut({ cookie: cookieOf(one), secure: false });
      assert.deepEqual([await who(one), await who(two)], [undefined, id]);
      await accounts.logOutEverywhere(id);
      assert.equal(await who(two), undefined);
      const three = await open();
      await accounts.setBlocked(id, true);
      assert.equal(await who(three), undefined);
      assert.deepEqual(await accounts.logIn(plain, { login: 'ada.lumen', password: input.password, stay: true }), {
        refused: 'blocked',
      });
      await accounts.setBlocked(id, false);
      assert.equal(await who(three), undefined);
      const secure = await accounts.logIn(
        { cookie: undefined, secure: true },
        { login: 'ada.lumen', password: input.password, stay: true },
      );
      assert.ok('cookies' in secure);
      assert.match(secure.cookies.join('\n'), /^__Host-rapporteur\.session=[^;]+;.* Path=\/;.* Secure;/m);
    },
  },
  {
    title: 'another password ends the sessions; another address must be free',
    run: async (store) => {
      const accounts = await store.accounts(secret);
      await accounts.register(input);
      await accounts.register({ ...input, username: 'second', email: 'second@mail.example' });
      const id = (await accounts.find('ada.lumen'))?.id ?? '';
      await accounts.setConfirmed(id);
      const found = await accounts.logIn(plain, { login: 'ada.lumen', password: input.password, stay: true });
      assert.ok('cookies' in found);
      assert.equal(await accounts.hasPassword(id, 'wrong'), false);
      assert.equal(await accounts.hasPassword(id, input.password), true);
      await accounts.setPassword(id, 'another lantern by the quay');
      assert.equal(await accounts.visitor({ cookie: cookieOf(found.cookies), secure: false }), undefined);
      assert.equal(await accounts.hasPassword(id, 'another lantern by the quay'), true);
      assert.equal(await accounts.setEmail(id, 'Second@mail.example'), false);
      assert.equal(await accounts.setEmail(id, 'New@mail.example'), true);
      assert.equal((await accounts.find('new@mail.example'))?.id, id);
      await accounts.setRole(id, 'editor');
      assert.equal((await accounts.find(id))?.role, 'editor');
    },
  },
  {
    title: 'links are used once, and nothing is left of who is removed',
    run: async (store) => {
      const accounts = await store.accounts(secret);
      await accounts.register(input);
      const id = (await accounts.find('ada.lumen'))?.id ?? '';
      const word = await accounts.makeLink('reset', id, 1);
      assert.equal(await accounts.readLink('confirm', word), undefined);
      assert.equal(await accounts.readLink('reset', word), id);
      const used = await Promise.all([accounts.useLink('reset', word), accounts.useLink('reset', word)]);
      assert.deepEqual(
        used.filter((value) => value !== undefined),
        [id],
      );
      assert.equal(await accounts.useLink('reset', await accounts.makeLink('reset', id, -1)), undefined);
      const later = new Date(Date.now() + 60_000);
      assert.deepEqual([await accounts.spend('word', later), await accounts.spend('word', later)], [true, false]);
      const left = await accounts.makeLink('reset', id, 1);
      assert.equal((await accounts.export(id))?.account.username, 'Ada.Lumen');
      await accounts.remove(id);
      assert.deepEqual(await accounts.list(), []);
      assert.equal(await accounts.readLink('reset', left), undefined);
      assert.equal(await accounts.hasPassword(id, input.password), false);
    },
  },
];
